package org.scelmo.embedded.core.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DataTypeRegistry;
import org.knime.core.data.MissingCell;

/** Reads what {@link CellOutput} wrote. */
public final class CellInput implements DataCellDataInput, Closeable {

    private final DataInputStream m_in;

    private final BufferedInputStream m_buffer;

    private final List<DataCellSerializer<DataCell>> m_serializers = new ArrayList<>();

    /**
     * Reads through a buffer.
     *
     * @param in the stream
     */
    public CellInput(final InputStream in) {
        m_buffer = new BufferedInputStream(in, 1 << 16);
        m_in = new DataInputStream(m_buffer);
    }

    /**
     * Whether there is nothing more to read.
     *
     * @return true at the end
     * @throws IOException if the stream cannot be read
     */
    public boolean isAtEnd() throws IOException {
        m_buffer.mark(1);
        if (m_buffer.read() < 0) {
            return true;
        }
        m_buffer.reset();
        return false;
    }

    @Override
    public DataCell readDataCell() throws IOException {
        final var number = m_in.readUnsignedByte();
        if (number == CellOutput.MISSING) {
            return m_in.readBoolean() ? new MissingCell(readUTF()) : DataType.getMissingCell();
        }
        if (number > m_serializers.size()) {
            final var name = readUTF();
            final var registry = DataTypeRegistry.getInstance();
            m_serializers.add(registry.getCellClass(name).flatMap(registry::getSerializer)
                .orElseThrow(() -> new IOException("There is no serializer for " + name)));
        }
        return m_serializers.get(number - 1).deserialize(this);
    }

    @Override
    public String readUTF() throws IOException {
        final var length = m_in.readInt();
        final var bytes = m_in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("A string of " + length + " bytes ends after " + bytes.length);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void readFully(final byte[] b) throws IOException {
        m_in.readFully(b);
    }

    @Override
    public void readFully(final byte[] b, final int off, final int len) throws IOException {
        m_in.readFully(b, off, len);
    }

    @Override
    public int skipBytes(final int n) throws IOException {
        return m_in.skipBytes(n);
    }

    @Override
    public String readLine() throws IOException {
        throw new UnsupportedOperationException("Cells are no lines of text.");
    }

    @Override
    public boolean readBoolean() throws IOException {
        return m_in.readBoolean();
    }

    @Override
    public byte readByte() throws IOException {
        return m_in.readByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return m_in.readUnsignedByte();
    }

    @Override
    public short readShort() throws IOException {
        return m_in.readShort();
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return m_in.readUnsignedShort();
    }

    @Override
    public char readChar() throws IOException {
        return m_in.readChar();
    }

    @Override
    public int readInt() throws IOException {
        return m_in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return m_in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return m_in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return m_in.readDouble();
    }

    @Override
    public void close() throws IOException {
        m_in.close();
    }
}
