package org.knime.core.data.collection;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataType;

/** The immutable content of a list cell. */
public class BlobSupportDataCellList implements Iterable<DataCell>, Serializable {

    private static final long serialVersionUID = 1;

    private final List<DataCell> m_cells;

    private final transient DataType m_elementType;

    protected BlobSupportDataCellList(final Collection<? extends DataCell> cells) {
        m_cells = List.copyOf(cells);
        m_elementType = ElementTypes.of(m_cells);
    }

    public static BlobSupportDataCellList create(final Collection<? extends DataCell> coll) {
        return new BlobSupportDataCellList(coll);
    }

    public final boolean containsBlobWrapperCells() {
        return false;
    }

    public DataType getElementType() {
        return m_elementType;
    }

    public int size() {
        return m_cells.size();
    }

    public DataCell get(final int index) {
        return m_cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return m_cells.iterator();
    }

    public void serialize(final DataCellDataOutput output) throws IOException {
        ElementTypes.write(m_cells, output);
    }

    public static BlobSupportDataCellList deserialize(final DataCellDataInput input) throws IOException {
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
        return obj instanceof BlobSupportDataCellList other && m_cells.equals(other.m_cells);
    }
}
