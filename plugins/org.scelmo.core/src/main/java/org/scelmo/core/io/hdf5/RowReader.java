package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads rows of an array of one or two axes (an array of one axis has rows of one element), best from first to last:
 * decoded chunks are kept (the last one, or of those side by side up to 64 MB or a quarter of the heap), so that each is
 * decoded once. Rows are decoded as they are asked for; nothing grows with the array. Not thread-safe; open one per
 * thread.
 */
public final class RowReader {

    private static final int PIECE_BYTES = 1 << 22;
    /** Chunks of a wide matrix that lie side by side must fit, or each is decoded again and again. */
    private static final long CACHE_BYTES = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final int FREE_BYTES = 64 << 20;
    private static final int SLACK = 1 << 16;

    private final Hdf5File m_file;
    private final String m_path;
    private final ElementType m_type;
    private final Layout m_layout;
    private final byte[] m_fill;
    private final long m_rows;
    private final long m_columns;
    private final int m_rowBytes;
    private final ChunkDecoder m_decoder;
    private final Map<Long, byte[]> m_chunks = new LinkedHashMap<>(16, 0.75f, true);
    private final TextDecoder m_texts;
    private ByteBuffer m_buffer = ByteBuffer.allocate(0);

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
        m_decoder = layout instanceof Layout.Chunked chunked
            ? new ChunkDecoder(chunked.filters(), chunkBytes(chunked.index().chunkShape())) : null;
        m_texts = m_type.kind() == ElementType.Kind.TEXT ? new TextDecoder(file.storage(), m_type) : null;
    }

    private int chunkBytes(final int[] chunkShape) {
        int bytes = m_type.size();
        for (final var length : chunkShape) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
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
        final int most = Math.max(1, PIECE_BYTES / Math.max(1, m_rowBytes));
        for (int done = 0; done < rows; done += most) {
            final int from = done;
            final int n = Math.min(most, rows - done);
            m_file.guard(m_path, () -> {
                piece.accept(bytes(firstRow + from, n), from, n);
                return null;
            });
        }
    }

    private ByteBuffer bytes(final long firstRow, final int rows) throws IOException {
        if (firstRow < 0 || rows > m_rows - firstRow) {
            throw m_file.fault(m_path, "rows %d to %d are expected, but there are only %d.".formatted(firstRow,
                firstRow + rows - 1, m_rows));
        }
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
                final var chunk = chunk(chunked, down * across + c);
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

    private byte[] chunk(final Layout.Chunked chunked, final long key) throws IOException {
        final var known = m_chunks.get(key);
        if (known != null) {
            return known;
        }
        final int position = chunked.index().find(key);
        if (position < 0) {
            return null;
        }
        final int size = chunked.index().size(position);
        final int full = chunkBytes(chunked.index().chunkShape());
        if (size <= 0 || size > m_file.size() || full > SLACK + (long)Filters.maxRatio(chunked.filters()) * size) {
            throw m_file.fault(m_path, "a chunk of %d bytes claims to unfold to %d.".formatted(size, full),
                "Copy or download the file again: it may be damaged.");
        }
        if (full > FREE_BYTES) {
            MemoryBudget.check(m_file, m_path, full);
        }
        final var stored = new byte[size];
        m_file.storage().read(ByteBuffer.wrap(stored), chunked.index().address(position));
        final var decoded = m_decoder.decode(stored, chunked.index().mask(position));
        keep(key, decoded, full);
        return decoded;
    }

    private void keep(final long key, final byte[] chunk, final int size) {
        final long most = m_columns == 1 ? 1 : Math.max(1, CACHE_BYTES / size);
        final var oldest = m_chunks.keySet().iterator();
        while (m_chunks.size() >= most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        m_chunks.put(key, chunk);
    }
}
