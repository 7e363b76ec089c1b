package org.scelmo.embedded.runner.format;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;

/** Writes the rows of a table stream. */
final class RowWriter implements AutoCloseable {

    private final OutputStream m_raw;

    private final EscapingOutputStream m_entry;

    private final DataOutputStream m_out;

    private final CellTypes m_types = new CellTypes();

    /** @param out takes the compressed rows and is closed with this */
    RowWriter(final OutputStream out) throws IOException {
        m_raw = Compression.compress(out);
        m_entry = new EscapingOutputStream(m_raw);
        m_out = new DataOutputStream(m_entry);
    }

    void write(final DataRow row) throws IOException {
        LongUtf.write(m_out, row.getKey().getString());
        m_entry.endEntry();
        for (var cell : row) {
            writeCell(cell);
            m_entry.endEntry();
        }
        m_raw.write(StreamBytes.ROW_END);
    }

    /** @return the classes of all cells written so far */
    CellTypes types() {
        return m_types;
    }

    @Override
    public void close() throws IOException {
        m_out.close();
    }

    private void writeCell(final DataCell cell) throws IOException {
        if (cell == DataType.getMissingCell()) {
            m_out.writeByte(StreamBytes.MISSING);
        } else {
            final var classByte = m_types.classByte(cell);
            m_out.writeByte(classByte);
            m_types.codec(classByte).write(cell, m_out, this::writeCell);
        }
    }
}
