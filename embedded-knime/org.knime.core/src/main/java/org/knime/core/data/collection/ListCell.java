package org.knime.core.data.collection;

import java.io.IOException;
import java.util.Iterator;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A cell holding a list of cells. */
public class ListCell extends DataCell implements ListDataValue {

    private static final long serialVersionUID = 1;

    private final BlobSupportDataCellList m_content;

    protected ListCell(final BlobSupportDataCellList content) {
        m_content = content;
    }

    /**
     * The type of list cells with elements of a type.
     *
     * @param elementType the type of the elements
     * @return the type
     */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    protected BlobSupportDataCellList getList() {
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
    public DataCell get(final int index) {
        return m_content.get(index);
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
        return m_content.equals(((ListCell)dc).m_content);
    }

    /** Writes and reads list cells. */
    public static final class ListCellSerializer implements DataCellSerializer<ListCell> {

        public ListCellSerializer() {
            // nothing to do
        }

        @Override
        public void serialize(final ListCell cell, final DataCellDataOutput output) throws IOException {
            cell.m_content.serialize(output);
        }

        @Override
        public ListCell deserialize(final DataCellDataInput input) throws IOException {
            return new ListCell(BlobSupportDataCellList.deserialize(input));
        }
    }
}
