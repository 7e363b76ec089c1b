package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads rows of an array of one or two axes (an array of one axis has rows of one element), best from first to last:
 * each chunk is decoded once then. Rows are decoded as they are asked for; nothing grows with the array. Not
 * thread-safe; open one per thread.
 */
public final class RowReader {

    private static final int PIECE_BYTES = 1 << 22;
    /** What is read as it lies in the file passes through the processor's cache on its way. */
    private static final int DIRECT_BYTES = 1 << 18;

    private final Hdf5File m_file;
    private final String m_path;
    private final ElementType m_type;
    private final Layout m_layout;
    private final byte[] m_fill;
    private final long m_rows;
    private final long m_columns;
    private final int m_rowBytes;
    private final ChunkReader m_chunks;
    private final TextDecoder m_texts;
    private ByteBuffer m_buffer = ByteBuffer.allocate(0);
    private ByteBuffer m_direct;

    RowReader(final Hdf5File file, final Hdf5Dataset dataset, final Layout layout, final byte[] fill) {
        m_file = file;
        m_path = dataset.path();
        m_type = dataset.type();
        m_layout = layout;
        m_fill = fill;
        final var shape = dataset.shape();
        if (shape.length > 2) {
            throw file.fault(m_path, "an array of %d axes is not read.".formatted(shape.length));
        }
        m_rows = shape.length == 0 ? 1 : shape[0];
        m_columns = shape.length < 2 ? 1 : shape[1];
        m_rowBytes = Math.toIntExact(Math.multiplyExact(m_columns, m_type.size()));
        m_chunks = layout instanceof Layout.Chunked chunked
            ? new ChunkReader(file, m_path, chunked, m_type.size()) : null;
        m_texts = m_type.kind() == ElementType.Kind.TEXT ? new TextDecoder(file.storage(), m_type) : null;
    }

    /** @return rows of a chunk; where there are none, of a piece of file that is read at once */
    int chunkRows() {
        return m_layout instanceof Layout.Chunked chunked ? chunked.index().chunkShape()[0]
            : Math.max(1, DIRECT_BYTES / Math.max(1, m_rowBytes));
    }

    /** @return how many rows at a time are best asked for, so that whole chunks are used and little memory is held */
    public int rowsAtOnce() {
        final long fit = Math.max(1, PIECE_BYTES / Math.max(1, m_rowBytes));
        final int tall = m_layout instanceof Layout.Chunked chunked ? chunked.index().chunkShape()[0] : 1;
        return (int)(fit <= tall ? fit : fit / tall * tall);
    }

    /** Reads whole numbers of an array of one axis, or rows of one of two. */
    public void longs(final long firstRow, final int rows, final long[] into, final int at) throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> m_type.longs(bytes, into, at + (int)(done * m_columns),
            (int)(n * m_columns)));
    }

    /** Reads whole numbers; what is no int becomes −1. */
    public void ints(final long firstRow, final int rows, final int[] into, final int at) throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> m_type.ints(bytes, into, at + (int)(done * m_columns),
            (int)(n * m_columns)));
    }

    /** Reads numbers of any type as float32, row-major. */
    public void floats(final long firstRow, final int rows, final float[] into, final int at) throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> m_type.floats(bytes, 0, into, at + (int)(done * m_columns),
            (int)(n * m_columns)));
    }

    /** Reads numbers of any type as float64, row-major. */
    public void doubles(final long firstRow, final int rows, final double[] into, final int at) throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> m_type.doubles(bytes, 0, m_type.size(), into,
            at + (int)(done * m_columns), (int)(n * m_columns)));
    }

    /** Reads texts. */
    public void strings(final long firstRow, final int rows, final String[] into, final int at) throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> m_texts.decode(bytes, 0, m_type.size(), into,
            at + (int)(done * m_columns), (int)(n * m_columns)));
    }

    /** Reads one numeric field of compound elements; a field that is an array gives {@code length} numbers a row. */
    public void doubles(final CompoundField field, final long firstRow, final int rows, final double[] into,
        final int at) throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> {
            for (int k = 0; k < field.length(); k++) {
                final var column = new double[n];
                field.type().doubles(bytes, field.offset() + k * field.type().size(), m_rowBytes, column, 0, n);
                for (int i = 0; i < n; i++) {
                    into[at + (done + i) * field.length() + k] = column[i];
                }
            }
        });
    }

    /** Reads one field of whole numbers of compound elements. */
    public void longs(final CompoundField field, final long firstRow, final int rows, final long[] into, final int at)
        throws IOException {
        pieces(firstRow, rows, (bytes, done, n) -> {
            bytes.order(field.type().order());
            for (int i = 0; i < n; i++) {
                into[at + done + i] = field.type().longAt(bytes, i * m_rowBytes + field.offset());
            }
        });
    }

    /** Reads one text field of compound elements. */
    public void strings(final CompoundField field, final long firstRow, final int rows, final String[] into,
        final int at) throws IOException {
        final var texts = new TextDecoder(m_file.storage(), field.type());
        pieces(firstRow, rows, (bytes, done, n) -> texts.decode(bytes, field.offset(), m_rowBytes, into, at + done, n));
    }

    private interface Piece {
        void accept(ByteBuffer bytes, int rowsDone, int rows) throws IOException;
    }

    private void pieces(final long firstRow, final int rows, final Piece piece) throws IOException {
        if (firstRow < 0 || rows > m_rows - firstRow) {
            throw m_file.fault(m_path, "rows %d to %d are expected, but there are only %d.".formatted(firstRow,
                firstRow + rows - 1, m_rows));
        }
        m_file.guard(m_path, () -> {
            if (m_layout instanceof Layout.Contiguous whole && m_rowBytes <= DIRECT_BYTES) {
                direct(whole.address() + firstRow * m_rowBytes, 0, rows, piece);
            } else if (m_layout instanceof Layout.Chunked chunked && chunked.index().chunkShape().length == 1) {
                elements(chunked, firstRow, rows, piece);
            } else {
                gathered(firstRow, 0, rows, piece);
            }
            return null;
        });
    }

    /** Rows that lie in the file as they are, one after the other. */
    private void direct(final long address, final int done, final int rows, final Piece piece) throws IOException {
        if (m_direct == null) {
            m_direct = ByteBuffer.allocateDirect((int)Math.min(DIRECT_BYTES, m_rows * m_rowBytes));
        }
        final int most = Math.max(1, m_direct.capacity() / Math.max(1, m_rowBytes));
        for (int from = 0; from < rows; from += most) {
            final int n = Math.min(most, rows - from);
            m_file.storage().read(m_direct.clear().limit(n * m_rowBytes), address + (long)from * m_rowBytes);
            piece.accept(m_direct.clear(), done + from, n);
        }
    }

    /** An array of one axis needs no gathering: each chunk is decoded to where its elements belong. */
    private void elements(final Layout.Chunked chunked, final long first, final int count, final Piece piece)
        throws IOException {
        final int tall = chunked.index().chunkShape()[0];
        for (int done = 0; done < count;) {
            final long key = (first + done) / tall;
            final int from = (int)(first + done - key * tall);
            final int n = Math.min(count - done, tall - from);
            final long address = m_chunks.plainAddress(key);
            final var chunk = address < 0 ? m_chunks.chunk(key) : null;
            if (address >= 0) {
                direct(address + (long)from * m_rowBytes, done, n, piece);
            } else if (chunk != null) {
                piece.accept(ByteBuffer.wrap(chunk, from * m_rowBytes, n * m_rowBytes).slice(), done, n);
            } else {
                gathered(first + done, done, n, piece);
            }
            done += n;
        }
    }

    private void gathered(final long firstRow, final int done, final int rows, final Piece piece) throws IOException {
        final int most = Math.max(1, PIECE_BYTES / Math.max(1, m_rowBytes));
        for (int from = 0; from < rows; from += most) {
            final int n = Math.min(most, rows - from);
            piece.accept(bytes(firstRow + from, n), done + from, n);
        }
    }

    private ByteBuffer bytes(final long firstRow, final int rows) throws IOException {
        final int size = Math.multiplyExact(rows, m_rowBytes);
        if (m_buffer.capacity() < size) {
            m_buffer = ByteBuffer.allocate(size);
        }
        m_buffer.clear().limit(size);
        if (m_layout instanceof Layout.Contiguous whole) {
            m_file.storage().read(m_buffer, whole.address() + firstRow * m_rowBytes);
        } else if (m_layout instanceof Layout.Compact compact) {
            m_buffer.put(compact.bytes().slice((int)firstRow * m_rowBytes, size));
        } else if (m_layout instanceof Layout.Chunked chunked) {
            gather(chunked, firstRow, rows);
        } else {
            fill(0, size);
        }
        return m_buffer.clear();
    }

    private void gather(final Layout.Chunked chunked, final long firstRow, final int rows) throws IOException {
        final var shape = chunked.index().chunkShape();
        final int tall = shape[0];
        final int wide = shape.length < 2 ? 1 : shape[1];
        final long across = (m_columns + wide - 1) / wide;
        for (long down = firstRow / tall; down * tall < firstRow + rows; down++) {
            final long from = Math.max(firstRow, down * tall);
            final int n = (int)(Math.min(firstRow + rows, (down + 1) * tall) - from);
            for (long c = 0; c < across; c++) {
                final var chunk = m_chunks.chunk(down * across + c);
                final int target = (int)((from - firstRow) * m_rowBytes + c * wide * m_type.size());
                final int length = (int)Math.min(wide, m_columns - c * wide) * m_type.size();
                copy(chunk, (int)(from - down * tall), wide * m_type.size(), target, length, n);
            }
        }
    }

    private void copy(final byte[] chunk, final int chunkRow, final int chunkRowBytes, final int target,
        final int length, final int rows) {
        if (chunk != null && length == chunkRowBytes && length == m_rowBytes) {
            System.arraycopy(chunk, chunkRow * chunkRowBytes, m_buffer.array(), target, rows * length);
            return;
        }
        for (int i = 0; i < rows; i++) {
            if (chunk == null) {
                fill(target + i * m_rowBytes, length);
            } else {
                System.arraycopy(chunk, (chunkRow + i) * chunkRowBytes, m_buffer.array(), target + i * m_rowBytes,
                    length);
            }
        }
    }

    private void fill(final int from, final int length) {
        final var bytes = m_buffer.array();
        for (int i = 0; i < length; i++) {
            bytes[from + i] = m_fill.length == 0 ? 0 : m_fill[i % m_fill.length];
        }
    }
}
