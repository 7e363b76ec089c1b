package org.knime.core.data.collection;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataType;

/** The immutable content of a set cell, in order of first occurrence. */
public class BlobSupportDataCellSet implements Iterable<DataCell>, Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashSet<DataCell> m_cells;

    private final transient DataType m_elementType;

    BlobSupportDataCellSet(final Collection<? extends DataCell> cells) {
        m_cells = new LinkedHashSet<>(cells);
        m_elementType = ElementTypes.of(m_cells);
    }

    public static BlobSupportDataCellSet create(final Collection<? extends DataCell> coll) {
        return new BlobSupportDataCellSet(coll);
    }

    public boolean containsBlobWrapperCells() {
        return false;
    }

    public DataType getElementType() {
        return m_elementType;
    }

    public int size() {
        return m_cells.size();
    }

    public boolean contains(final DataCell cell) {
        return m_cells.contains(cell);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Collections.unmodifiableSet(m_cells).iterator();
    }

    public void serialize(final DataCellDataOutput output) throws IOException {
        ElementTypes.write(m_cells, output);
    }

    public static BlobSupportDataCellSet deserialize(final DataCellDataInput input) throws IOException {
        return create(ElementTypes.read(input));
    }

    @Override
    public String toString() {
        return m_cells.toString();
    }

    @Override
    public int hashCode() {
        return m_cells.hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof BlobSupportDataCellSet other && m_cells.equals(other.m_cells);
    }
}
