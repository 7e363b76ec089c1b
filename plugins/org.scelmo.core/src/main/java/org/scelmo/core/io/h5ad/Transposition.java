package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.io.hdf5.RowReader;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * Turns columns into rows in two passes over the file: the first counts each row's entries; the second deals the
 * entries out to bands of rows of a given number of entries, that lie in a temporary file where each band's place is
 * known from the counts. A band is sorted into rows when it is read. Memory: 24 bytes for each entry of one band, and
 * 64 kB a band.
 */
final class Transposition {

    private static final int RECORD = Integer.BYTES + Integer.BYTES + Float.BYTES;
    private static final int BUFFER = RECORD * 5461;
    private static final int PIECE = 1 << 18;

    private final MatrixNode m_node;
    private final long[] m_rowStart;
    private final int[] m_bandStart;
    private final ByteBuffer[] m_buffers;
    private final long[] m_written;
    private FileChannel m_file;

    private Transposition(final MatrixNode node, final long[] rowStart, final int bandEntries) {
        m_node = node;
        m_rowStart = rowStart;
        m_bandStart = bands(rowStart, bandEntries);
        m_buffers = new ByteBuffer[m_bandStart.length - 1];
        m_written = new long[m_buffers.length];
    }

    static Transposition of(final MatrixNode node, final long[] columnStart, final int bandEntries,
        final OpenFiles files, final Progress progress) throws IOException {
        final var turned = new Transposition(node, count(node, progress.part(0, 0.3)), bandEntries);
        turned.deal(columnStart, files, progress.part(0.3, 1));
        return turned;
    }

    private static long[] count(final MatrixNode node, final Progress progress) throws IOException {
        final var start = new long[(int)node.rows() + 1];
        final var reader = node.indices().open();
        final var indices = new int[PIECE];
        for (long done = 0; done < node.entries(); done += PIECE) {
            progress.checkCanceled();
            progress.update((double)done / node.entries(), () -> "Counting the entries of each cell");
            final int n = (int)Math.min(PIECE, node.entries() - done);
            reader.ints(done, n, indices, 0);
            for (int i = 0; i < n; i++) {
                if (indices[i] < 0 || indices[i] >= node.rows()) {
                    throw new MalformedAnnDataException(node.file().path(), node.indices().path(),
                        "entry %d is outside the rows 0 to %d.".formatted(done + i, node.rows() - 1),
                        "Save the matrix again: its indices contradict its shape.");
                }
                start[indices[i] + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Long::sum);
        return start;
    }

    private static int[] bands(final long[] rowStart, final int bandEntries) {
        final List<Integer> starts = new ArrayList<>(List.of(0));
        final int rows = rowStart.length - 1;
        for (int row = 1; row < rows; row++) {
            if (rowStart[row + 1] - rowStart[starts.get(starts.size() - 1)] > bandEntries) {
                starts.add(row);
            }
        }
        starts.add(rows);
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private void deal(final long[] columnStart, final OpenFiles files, final Progress progress) throws IOException {
        final boolean inMemory = m_buffers.length == 1;
        m_file = inMemory ? null : files.create();
        for (int band = 0; band < m_buffers.length; band++) {
            final long bytes = entries(band) * RECORD;
            m_buffers[band] = ByteBuffer.allocate(Math.toIntExact(inMemory ? bytes : Math.min(bytes, BUFFER)));
        }
        final var indices = new int[PIECE];
        final var values = new float[PIECE];
        final RowReader rows = m_node.indices().open();
        final RowReader numbers = m_node.data().open();
        int column = 0;
        for (long done = 0; done < m_node.entries(); done += PIECE) {
            progress.checkCanceled();
            progress.update((double)done / m_node.entries(), () -> "Turning columns into rows");
            final int n = (int)Math.min(PIECE, m_node.entries() - done);
            rows.ints(done, n, indices, 0);
            numbers.floats(done, n, values, 0);
            for (int i = 0; i < n; i++) {
                while (columnStart[column + 1] <= done + i) {
                    column++;
                }
                put(indices[i], column, values[i]);
            }
        }
        for (int band = 0; band < m_buffers.length && !inMemory; band++) {
            flush(band);
            m_buffers[band] = null;
        }
    }

    private void put(final int row, final int column, final float value) throws IOException {
        final int band = bandOf(row);
        final var buffer = m_buffers[band];
        if (buffer.remaining() < RECORD) {
            flush(band);
        }
        buffer.putInt(row).putInt(column).putFloat(value);
    }

    private void flush(final int band) throws IOException {
        final var buffer = m_buffers[band].flip();
        while (buffer.hasRemaining()) {
            m_written[band] += m_file.write(buffer, m_rowStart[m_bandStart[band]] * RECORD + m_written[band]);
        }
        buffer.clear();
    }

    private long entries(final int band) {
        return m_rowStart[m_bandStart[band + 1]] - m_rowStart[m_bandStart[band]];
    }

    int bandOf(final int row) {
        if (m_buffers.length == 1) {
            return 0;
        }
        final int found = Arrays.binarySearch(m_bandStart, row);
        return found >= 0 ? found : -found - 2;
    }

    int firstRow(final int band) {
        return m_bandStart[band];
    }

    CsrMatrix read(final int band) throws IOException {
        final int first = m_bandStart[band];
        final int rows = m_bandStart[band + 1] - first;
        final int count = Math.toIntExact(entries(band));
        final var offsets = new long[rows + 1];
        for (int i = 0; i <= rows; i++) {
            offsets[i] = m_rowStart[first + i] - m_rowStart[first];
        }
        final var next = offsets.clone();
        final var indices = new int[count];
        final var values = new float[count];
        final var records = ByteBuffer.allocate(BUFFER);
        for (long done = 0; done < count;) {
            final int n = (int)Math.min(BUFFER / RECORD, count - done);
            final var piece = records(band, done, n, records);
            for (int i = 0; i < n; i++) {
                final int at = (int)next[piece.getInt() - first]++;
                indices[at] = piece.getInt();
                values[at] = piece.getFloat();
            }
            done += n;
        }
        return RowTidier.sumRepeated(rows, m_node.columns(), offsets, indices, values);
    }

    private ByteBuffer records(final int band, final long done, final int count, final ByteBuffer into)
        throws IOException {
        if (m_file == null) {
            return m_buffers[band].duplicate().position(Math.toIntExact(done * RECORD));
        }
        into.clear().limit(count * RECORD);
        final long start = m_rowStart[m_bandStart[band]] * RECORD + done * RECORD;
        while (into.hasRemaining()) {
            if (m_file.read(into, start + into.position()) < 0) {
                throw new IOException("The temporary file ended early.");
            }
        }
        return into.flip();
    }
}
