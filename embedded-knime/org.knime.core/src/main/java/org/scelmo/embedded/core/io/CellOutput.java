package org.scelmo.embedded.core.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataTypeRegistry;
import org.knime.core.data.MissingValue;

/**
 * Writes cells to a stream: a class number, and what the class' serializer writes. A class gets its number, and is
 * named, at its first cell. Strings may be of any length.
 */
public final class CellOutput implements DataCellDataOutput, Closeable {

    static final int MISSING = 0;

    private final DataOutputStream m_out;

    private final Map<Class<?>, Integer> m_classes = new HashMap<>();

    /**
     * Writes through a buffer.
     *
     * @param out the stream
     */
    public CellOutput(final OutputStream out) {
        m_out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    @Override
    public void writeDataCell(final DataCell cell) throws IOException {
        if (cell.isMissing()) {
            m_out.writeByte(MISSING);
            final var error = cell instanceof MissingValue missing ? missing.getError() : null;
            m_out.writeBoolean(error != null);
            if (error != null) {
                writeUTF(error);
            }
            return;
        }
        final var type = cell.getClass();
        final var number = m_classes.get(type);
        if (number != null) {
            m_out.writeByte(number);
        } else {
            m_classes.put(type, m_classes.size() + 1);
            m_out.writeByte(m_classes.size());
            writeUTF(type.getName());
        }
        DataTypeRegistry.getInstance().getSerializer(type)
            .orElseThrow(() -> new IOException("There is no serializer for " + type.getName())).serialize(cell, this);
    }

    @Override
    public void writeUTF(final String s) throws IOException {
        final var bytes = s.getBytes(StandardCharsets.UTF_8);
        m_out.writeInt(bytes.length);
        m_out.write(bytes);
    }

    @Override
    public void write(final int b) throws IOException {
        m_out.write(b);
    }

    @Override
    public void write(final byte[] b) throws IOException {
        m_out.write(b);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        m_out.write(b, off, len);
    }

    @Override
    public void writeBoolean(final boolean v) throws IOException {
        m_out.writeBoolean(v);
    }

    @Override
    public void writeByte(final int v) throws IOException {
        m_out.writeByte(v);
    }

    @Override
    public void writeShort(final int v) throws IOException {
        m_out.writeShort(v);
    }

    @Override
    public void writeChar(final int v) throws IOException {
        m_out.writeChar(v);
    }

    @Override
    public void writeInt(final int v) throws IOException {
        m_out.writeInt(v);
    }

    @Override
    public void writeLong(final long v) throws IOException {
        m_out.writeLong(v);
    }

    @Override
    public void writeFloat(final float v) throws IOException {
        m_out.writeFloat(v);
    }

    @Override
    public void writeDouble(final double v) throws IOException {
        m_out.writeDouble(v);
    }

    @Override
    public void writeBytes(final String v) throws IOException {
        m_out.writeBytes(v);
    }

    @Override
    public void writeChars(final String v) throws IOException {
        m_out.writeChars(v);
    }

    @Override
    public void close() throws IOException {
        m_out.close();
    }
}
