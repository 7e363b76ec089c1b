package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads long ranges of numbers, best one after the other, from an array of one axis, in pieces that several threads can
 * read at once. Whole chunks are dealt out; the chunk in which one range ends and the next begins is decoded once.
 */
public final class RangeReader {

    /** Elements of a piece, about: a millisecond's work. */
    private static final int PIECE = 1 << 16;
    /** Every thread holds a chunk, so large ones are left to one thread. */
    private static final int LARGEST_SHARED = 16 << 20;

    private final Hdf5Dataset m_dataset;
    private final RowReader m_ends;
    private final int m_step;
    private final Queue<RowReader> m_idle = new ConcurrentLinkedQueue<>();

    /** Part of a range; those of one range may be read in any order, those of the next when all are done. */
    public interface Piece {

        /** Reads it to where it belongs. */
        void read() throws IOException;
    }

    private interface Reading {
        void read(RowReader reader, long first, int count, int at) throws IOException;
    }

    /**
     * @param dataset an array of one axis
     * @throws Hdf5Exception if the data are damaged
     * @throws UnsupportedFilterException if they went through a filter that cannot be undone
     */
    public RangeReader(final Hdf5Dataset dataset) throws IOException {
        m_dataset = dataset;
        m_ends = dataset.open();
        m_step = m_ends.chunkRows() > LARGEST_SHARED / dataset.type().size() ? 0 : m_ends.chunkRows();
    }

    /** @return what to do to have whole numbers in the array; what is no int becomes −1 */
    public List<Piece> ints(final long first, final int count, final int[] into) {
        return pieces(first, count, (reader, from, n, at) -> reader.ints(from, n, into, at));
    }

    /** @return what to do to have numbers of any type as float32 in the array */
    public List<Piece> floats(final long first, final int count, final float[] into) {
        return pieces(first, count, (reader, from, n, at) -> reader.floats(from, n, into, at));
    }

    private List<Piece> pieces(final long first, final int count, final Reading reading) {
        final long begin = m_step == 0 ? first : (first + m_step - 1) / m_step * m_step;
        final long end = m_step == 0 ? first : (first + count) / m_step * m_step;
        if (begin >= end) {
            return List.of(() -> reading.read(m_ends, first, count, 0));
        }
        final List<Piece> pieces = new ArrayList<>();
        final int head = (int)(begin - first);
        final int tail = (int)(end - first);
        if (head > 0 || tail < count) {
            pieces.add(() -> {
                reading.read(m_ends, first, head, 0);
                reading.read(m_ends, end, count - tail, tail);
            });
        }
        final int length = m_step * Math.max(1, PIECE / m_step);
        for (long from = begin; from < end; from += length) {
            final long at = from;
            final int n = (int)Math.min(length, end - from);
            pieces.add(() -> read(at, n, (int)(at - first), reading));
        }
        return pieces;
    }

    private void read(final long first, final int count, final int at, final Reading reading) throws IOException {
        final var known = m_idle.poll();
        final var reader = known == null ? m_dataset.open() : known;
        reading.read(reader, first, count, at);
        m_idle.add(reader);
    }
}
