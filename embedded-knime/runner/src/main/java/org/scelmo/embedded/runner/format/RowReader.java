package org.scelmo.embedded.runner.format;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Reads the rows of a table stream. */
final class RowReader implements AutoCloseable {

    private final InputStream m_raw;

    private final EscapingInputStream m_entry;

    private final DataInputStream m_in;

    private final CellTypes m_types;

    private final boolean m_hasKeys;

    RowReader(final InputStream decompressed, final CellTypes types, final boolean hasKeys) {
        m_raw = decompressed;
        m_entry = new EscapingInputStream(decompressed);
        m_in = new DataInputStream(m_entry);
        m_types = types;
        m_hasKeys = hasKeys;
    }

    /**
     * @param columns the number of columns
     * @return the next row; its key is {@code null} if the table stores none
     */
    StoredRow next(final int columns) throws IOException {
        try {
            String key = null;
            if (m_hasKeys) {
                key = LongUtf.read(m_in);
                m_entry.endEntry();
            }
            final var cells = new DataCell[columns];
            for (var c = 0; c < columns; c++) {
                cells[c] = readCell();
                m_entry.endEntry();
            }
            final var end = m_raw.read();
            if (end != (StreamBytes.ROW_END & 0xFF)) {
                throw new IOException("Damaged table: byte %d where a row should end".formatted(end));
            }
            return new StoredRow(key, cells);
        } catch (final EOFException e) {
            throw new IOException("Damaged table: its data end early", e);
        }
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }

    private DataCell readCell() throws IOException {
        final var classByte = m_in.readByte();
        if (classByte == StreamBytes.MISSING) {
            return DataType.getMissingCell();
        }
        if (classByte == StreamBytes.JAVA_SERIALIZED) {
            throw new IOException("The table holds cells in Java serialization, which are not read");
        }
        return m_types.codec(classByte).read(m_in, this::readCell);
    }
}
