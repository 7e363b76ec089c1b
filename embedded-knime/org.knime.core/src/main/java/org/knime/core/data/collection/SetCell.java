package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Iterator;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A cell holding a set of cells. */
public class SetCell extends DataCell implements SetDataValue {

    private static final long serialVersionUID = 1;

    private final BlobSupportDataCellSet m_content;

    protected SetCell(final BlobSupportDataCellSet content) {
        m_content = content;
    }

    /**
     * The type of set cells with elements of a type.
     *
     * @param elementType the type of the elements
     * @return the type
     */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(SetCell.class, elementType);
    }

    protected BlobSupportDataCellSet getSet() {
        return m_content;
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return m_content.containsBlobWrapperCells();
    }

    @Override
    public DataType getElementType() {
        return m_content.getElementType();
    }

    @Override
    public int size() {
        return m_content.size();
    }

    @Override
    public boolean contains(final DataCell cell) {
        return m_content.contains(cell);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return m_content.iterator();
    }

    @Override
    public String toString() {
        return m_content.toString();
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_content.equals(((SetCell)dc).m_content);
    }

    /** Writes and reads set cells. */
    public static final class SetCellSerializer implements DataCellSerializer<SetCell> {

        public SetCellSerializer() {
            // nothing to do
        }

        @Override
        public void serialize(final SetCell cell, final DataCellDataOutput output) throws IOException {
            cell.m_content.serialize(output);
        }

        @Override
        public SetCell deserialize(final DataCellDataInput input) throws IOException {
            return new SetCell(BlobSupportDataCellSet.deserialize(input));
        }
    }
}
