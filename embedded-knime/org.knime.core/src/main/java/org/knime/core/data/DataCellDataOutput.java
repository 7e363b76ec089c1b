package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** A stream for cells. */
public interface DataCellDataOutput extends DataOutput {

    void writeDataCell(DataCell cell) throws IOException;

    /** Writes a string of any length (plain data outputs stop at 64 KiB). */
    @Override
    void writeUTF(String s) throws IOException;
}
