package org.scelmo.core.io.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Puts entries that come in any order into rows, once it is known how many each row has. They are dealt out to bands of
 * rows of a given number of entries, which lie in memory if one band holds all, else in a temporary file where each
 * band's place is known from the counts. A band is sorted into rows when it is read. Memory: 24 bytes for each entry of
 * one band, and 64 kB a band. Entries of the same row and column are summed.
 */
public final class RowBands {

    /** A band of so many takes up to 200 MB while it is sorted. */
    public static final int BAND_ENTRIES = 8 << 20;

    static final int RECORD = Integer.BYTES + Integer.BYTES + Float.BYTES;
    static final int BUFFER = RECORD * 5461;

    private final int m_columns;
    private final long[] m_rowStart;
    private final int[] m_bandStart;
    private final ByteBuffer[] m_buffers;
    private final long[] m_written;
    private final TemporaryFiles m_files;
    private final FileChannel m_file;

    /**
     * @param columns number of columns
     * @param rowStart offset of each row's first entry among all, and the number of all
     * @param bandEntries how many entries a band holds, a single longer row excepted
     * @param files where the temporary file is made if one is needed
     * @throws IOException if it cannot be made
     */
    public RowBands(final int columns, final long[] rowStart, final int bandEntries, final TemporaryFiles files)
        throws IOException {
        this(columns, rowStart, bandEntries, files, null);
    }

    /** @param sorted a file that holds the entries of each row together already, or null */
    RowBands(final int columns, final long[] rowStart, final int bandEntries, final TemporaryFiles files,
        final FileChannel sorted) throws IOException {
        m_files = files;
        m_columns = columns;
        m_rowStart = rowStart;
        m_bandStart = bands(rowStart, bandEntries);
        m_buffers = new ByteBuffer[m_bandStart.length - 1];
        m_written = new long[m_buffers.length];
        if (sorted != null) {
            m_file = sorted;
            return;
        }
        final boolean inMemory = m_buffers.length == 1;
        m_file = inMemory ? null : files.create();
        for (int band = 0; band < m_buffers.length; band++) {
            final long bytes = entries(band) * RECORD;
            m_buffers[band] = ByteBuffer.allocate(Math.toIntExact(inMemory ? bytes : Math.min(bytes, BUFFER)));
        }
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

    /** Takes one entry; as many for each row as were counted. */
    public void put(final int row, final int column, final float value) throws IOException {
        final int band = bandOf(row);
        final var buffer = m_buffers[band];
        if (buffer.remaining() < RECORD) {
            flush(band);
        }
        buffer.putInt(row).putInt(column).putFloat(value);
    }

    private void flush(final int band) throws IOException {
        final var buffer = m_buffers[band].flip();
        final int bytes = buffer.remaining();
        m_files.write(m_file, buffer, m_rowStart[m_bandStart[band]] * RECORD + m_written[band]);
        m_written[band] += bytes;
        buffer.clear();
    }

    /**
     * Call after the last entry.
     *
     * @return the matrix; it works until the temporary files are closed
     */
    public RowBlocks rows() throws IOException {
        for (int band = 0; band < m_buffers.length && m_file != null; band++) {
            if (m_buffers[band] != null) {
                flush(band);
                m_buffers[band] = null;
            }
        }
        return new BandedRows(this);
    }

    private long entries(final int band) {
        return m_rowStart[m_bandStart[band + 1]] - m_rowStart[m_bandStart[band]];
    }

    int rowCount() {
        return m_rowStart.length - 1;
    }

    int columns() {
        return m_columns;
    }

    long entries() {
        return m_rowStart[rowCount()];
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
        return RowOrder.tidy(CsrMatrix.wrap(rows, m_columns, offsets, indices, values));
    }

    private ByteBuffer records(final int band, final long done, final int count, final ByteBuffer into)
        throws IOException {
        if (m_file == null) {
            return m_buffers[band].duplicate().position(Math.toIntExact(done * RECORD));
        }
        into.clear().limit(count * RECORD);
        readFully(m_file, m_rowStart[m_bandStart[band]] * RECORD + done * RECORD, into);
        return into.flip();
    }

    static void readFully(final FileChannel file, final long start, final ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (file.read(into, start + into.position()) < 0) {
                throw new IOException("The temporary file ended early.");
            }
        }
    }
}
