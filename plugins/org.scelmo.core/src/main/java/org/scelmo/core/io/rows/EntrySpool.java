package org.scelmo.core.io.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Collects a matrix entry by entry, in any order, in a temporary file: for formats whose rows can only be told after
 * all has been read. Entries that come row by row are used from that file as they are; others are dealt out once more.
 * Memory: 8 bytes a row and column, and what {@link RowBands} takes.
 */
public final class EntrySpool {

    private final TemporaryFiles m_files;
    private final int m_bandEntries;
    private final FileChannel m_file;
    private final ByteBuffer m_buffer = ByteBuffer.allocate(RowBands.BUFFER * 16);
    private long[] m_rowCounts = new long[1024];
    private long[] m_columnCounts = new long[1024];
    private long m_entries;
    private long m_written;
    private int m_lastRow;
    private boolean m_byRow = true;

    /**
     * @param files where the temporary files are made
     * @throws IOException if none can be made
     */
    public EntrySpool(final TemporaryFiles files) throws IOException {
        this(files, RowBands.BAND_ENTRIES);
    }

    EntrySpool(final TemporaryFiles files, final int bandEntries) throws IOException {
        m_files = files;
        m_bandEntries = bandEntries;
        m_file = files.create();
    }

    /** Takes one entry; row and column are not negative. */
    public void add(final int row, final int column, final float value) throws IOException {
        m_rowCounts = grown(m_rowCounts, row);
        m_rowCounts[row]++;
        m_columnCounts = grown(m_columnCounts, column);
        m_columnCounts[column]++;
        m_byRow &= row >= m_lastRow;
        m_lastRow = row;
        if (m_buffer.remaining() < RowBands.RECORD) {
            flush();
        }
        m_buffer.putInt(row).putInt(column).putFloat(value);
        m_entries++;
    }

    private static long[] grown(final long[] counts, final int index) {
        return index < counts.length ? counts
            : Arrays.copyOf(counts, (int)Math.min(Integer.MAX_VALUE - 16L, Math.max(index + 1L, 2L * index)));
    }

    private void flush() throws IOException {
        m_buffer.flip();
        final int bytes = m_buffer.remaining();
        m_files.write(m_file, m_buffer, m_written);
        m_written += bytes;
        m_buffer.clear();
    }

    /**
     * Call after the last entry.
     *
     * @param rows number of rows, more than any entry's row
     * @param columns number of columns, more than any entry's column
     * @return the matrix; it works until the temporary files are closed
     * @throws IOException if the temporary files cannot be written
     */
    public RowBlocks rows(final int rows, final int columns, final Progress progress) throws IOException {
        flush();
        final var start = starts(m_rowCounts, rows);
        return m_byRow ? new RowBands(columns, start, m_bandEntries, m_files, m_file).rows()
            : deal(new RowBands(columns, start, m_bandEntries, m_files), false, progress);
    }

    /**
     * Call after the last entry.
     *
     * @param rows number of rows that the entries have
     * @param columns number of columns that the entries have
     * @return the matrix turned: columns × rows; it works until the temporary files are closed
     * @throws IOException if the temporary files cannot be written
     */
    public RowBlocks turned(final int rows, final int columns, final Progress progress) throws IOException {
        flush();
        return deal(new RowBands(rows, starts(m_columnCounts, columns), m_bandEntries, m_files), true, progress);
    }

    private static long[] starts(final long[] counts, final int size) {
        final var start = new long[size + 1];
        for (int i = 0; i < size; i++) {
            start[i + 1] = start[i] + (i < counts.length ? counts[i] : 0);
        }
        return start;
    }

    private RowBlocks deal(final RowBands bands, final boolean turn, final Progress progress) throws IOException {
        final int atOnce = m_buffer.capacity() / RowBands.RECORD;
        for (long done = 0; done < m_entries; done += atOnce) {
            final long at = done;
            progress.checkCanceled();
            progress.update((double)done / m_entries, () -> "Sorting %,d of %,d entries".formatted(at, m_entries));
            m_buffer.clear().limit((int)Math.min(atOnce, m_entries - done) * RowBands.RECORD);
            RowBands.readFully(m_file, done * RowBands.RECORD, m_buffer);
            m_buffer.flip();
            while (m_buffer.hasRemaining()) {
                final int row = m_buffer.getInt();
                final int column = m_buffer.getInt();
                bands.put(turn ? column : row, turn ? row : column, m_buffer.getFloat());
            }
        }
        return bands.rows();
    }
}
