package org.scelmo.core.stats;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.BlockPass;

/**
 * The values of some genes by gene, taken from a stream of cells. Each is one long that holds the value in its upper
 * half (so that longs sort as the values do) and the cell's group in its lower half. Zeros are not stored.
 */
final class GeneColumns {

    private final int m_first;
    private final int[] m_begin;
    private final long[] m_entries;

    private GeneColumns(final int first, final int[] begin, final long[] entries) {
        m_first = first;
        m_begin = begin;
        m_entries = entries;
    }

    /** Counts the values that {@link #read} will store of each gene, in one pass. */
    static int[] count(final RowBlocks x, final int[] group, final int threads, final Progress progress)
        throws IOException {
        final var counts = new int[x.columns()];
        pass(x, group, 0, x.columns(), threads, (gene, value, g) -> counts[gene]++, progress);
        return counts;
    }

    /**
     * Reads the genes {@code first} to {@code end} − 1, in one pass.
     *
     * @param group of each cell; negative if it takes no part
     * @param counts of all genes
     */
    static GeneColumns read(final RowBlocks x, final int[] group, final int first, final int end, final int[] counts,
        final int threads, final Progress progress) throws IOException { // NOSONAR
        final var begin = new int[end - first + 1];
        for (int j = first; j < end; j++) {
            begin[j - first + 1] = begin[j - first] + counts[j];
        }
        final var entries = new long[begin[end - first]];
        final var next = Arrays.copyOf(begin, end - first);
        pass(x, group, first, end, threads, (gene, value, g) -> entries[next[gene - first]++] = pack(value, g), progress);
        return new GeneColumns(first, begin, entries);
    }

    /** Takes one value that is not zero. */
    @FunctionalInterface
    private interface Taker {
        void take(int gene, float value, int group);
    }

    private static void pass(final RowBlocks x, final int[] group, final int first, final int end, final int threads,
        final Taker taker, final Progress progress) throws IOException { // NOSONAR
        new BlockPass("Expression by gene", threads).run(x, (row, block) -> new BlockPass.Work() {

            @Override
            public void rows(final int from, final int to) {
                // a gene is filled by one thread, in the order of the cells
            }

            @Override
            public void columns(final int from, final int to) {
                final int low = Math.max(from, first);
                final int high = Math.min(to, end);
                for (int i = 0; i < block.rows() && low < high; i++) {
                    final int g = group[(int)row + i];
                    if (g >= 0) {
                        take(block, row, i, low, high, g, taker);
                    }
                }
            }
        }, progress);
    }

    private static void take(final CsrMatrix block, final long row, final int local, final int low, final int high,
        final int group, final Taker taker) { // NOSONAR
        final var genes = block.indices();
        final var values = block.values();
        final int end = block.end(local);
        for (int e = BlockPass.entry(block, local, low); e < end && genes[e] < high; e++) {
            if (!Float.isFinite(values[e])) {
                throw new NonFiniteValueException("The expression matrix", row + local, genes[e], values[e]);
            }
            if (values[e] != 0) {
                taker.take(genes[e], values[e], group);
            }
        }
    }

    /** Sorts the values of a gene; equal ones by group. */
    void sort(final int gene) {
        Arrays.sort(m_entries, begin(gene), end(gene));
    }

    int begin(final int gene) {
        return m_begin[gene - m_first];
    }

    int end(final int gene) {
        return m_begin[gene - m_first + 1];
    }

    /** The values of all genes, to be unpacked. */
    long[] entries() {
        return m_entries;
    }

    private static long pack(final float value, final int group) {
        final int bits = Float.floatToRawIntBits(value);
        final int sortable = bits ^ (bits >> 31 & Integer.MAX_VALUE);
        return (long)sortable << 32 | group;
    }

    static float value(final long entry) {
        final int sortable = (int)(entry >> 32);
        return Float.intBitsToFloat(sortable ^ (sortable >> 31 & Integer.MAX_VALUE));
    }

    static int group(final long entry) {
        return (int)entry;
    }
}
