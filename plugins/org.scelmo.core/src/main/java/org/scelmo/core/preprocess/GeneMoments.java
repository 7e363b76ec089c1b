package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MappedBlocks.RowMap;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Mean and variance of every gene, over all cells and within batches, in one pass. Welford's updates in float64 over
 * the stored entries, in the order of the cells; the zeros are added at the end, so that the cost is O(nnz).
 */
final class GeneMoments {

    /**
     * @param cells number of cells
     * @param mean per gene
     * @param variance per gene, unbiased (divided by n − 1); NaN for a single cell
     * @param expressing per gene, number of cells with a value above zero
     * @param entries number of stored values
     */
    record Moments(int cells, double[] mean, double[] variance, int[] expressing, long entries) {

        /** @return the moments of all cells of these batches together */
        static Moments merged(final Moments[] batches) {
            final int genes = batches[0].mean.length;
            final int cells = Arrays.stream(batches).mapToInt(Moments::cells).sum();
            final var mean = new double[genes];
            final var variance = new double[genes];
            final var expressing = new int[genes];
            for (int j = 0; j < genes; j++) {
                for (final var batch : batches) {
                    mean[j] += batch.mean[j] * batch.cells / cells;
                    expressing[j] += batch.expressing[j];
                }
                double squares = 0;
                for (final var batch : batches) {
                    final double shift = batch.mean[j] - mean[j];
                    squares += batch.variance[j] * (batch.cells - 1) + shift * shift * batch.cells;
                }
                variance[j] = squares / (cells - 1);
            }
            return new Moments(cells, mean, variance, expressing,
                Arrays.stream(batches).mapToLong(Moments::entries).sum());
        }
    }

    private GeneMoments() {
    }

    /** As they are. */
    static Moments[] of(final RowBlocks x, final int[] batch, final int batches, final Progress progress)
        throws IOException {
        return of(x, GeneMoments::copy, batch, batches, BlockPass.processors(), progress);
    }

    private static void copy(final long row, final CsrMatrix block, final int local, final float[] out) {
        Values.checkFinite(row, block, local);
        final int begin = block.begin(local);
        System.arraycopy(block.values(), begin, out, begin, block.end(local) - begin);
    }

    /**
     * @param x cells × genes
     * @param map gives the values that count; safe to be called by several threads
     * @param batch of each cell, or −1 if it belongs to none; null if all belong to batch 0
     * @param batches number of batches, at least 1
     * @param threads how many; the result does not depend on it
     * @param progress told after each block
     * @return the moments of each batch
     * @throws IOException if X cannot be read
     * @throws org.scelmo.core.matrix.NonFiniteValueException if it holds NaN or an infinity
     */
    static Moments[] of(final RowBlocks x, final RowMap map, final int[] batch, final int batches, // NOSONAR
        final int threads, final Progress progress) throws IOException {
        final var sums = new Sums[batches];
        Arrays.setAll(sums, b -> new Sums(x.columns()));
        new BlockPass("Mean and variance", threads).run(x, (first, block) -> new BlockPass.Work() {

            private final float[] m_values = new float[(int)block.nnz()];

            @Override
            public void rows(final int from, final int to) {
                for (int i = from; i < to; i++) {
                    map.map(first + i, block, i, m_values);
                }
            }

            @Override
            public void columns(final int from, final int to) {
                for (int i = 0; i < block.rows(); i++) {
                    final int b = batch == null ? 0 : batch[(int)first + i];
                    if (b < 0) {
                        continue;
                    }
                    if (from == 0) { // others must not even write what it was
                        sums[b].m_cells++;
                    }
                    for (int e = BlockPass.entry(block, i, from); e < block.end(i) && block.indices()[e] < to; e++) {
                        sums[b].add(block.indices()[e], m_values[e]);
                    }
                }
            }
        }, progress);
        return Arrays.stream(sums).map(Sums::finish).toArray(Moments[]::new);
    }

    /** Of the stored entries of one batch. */
    private static final class Sums {

        private final int[] m_count;
        private final int[] m_expressing;
        private final double[] m_sum;
        private final double[] m_mean;
        private final double[] m_squares;
        private int m_cells;

        Sums(final int genes) {
            m_count = new int[genes];
            m_expressing = new int[genes];
            m_sum = new double[genes];
            m_mean = new double[genes];
            m_squares = new double[genes];
        }

        void add(final int gene, final double value) {
            m_count[gene]++;
            m_expressing[gene] += value > 0 ? 1 : 0;
            m_sum[gene] += value; // exact for counts, so that genes of the same sum have the same mean
            final double delta = value - m_mean[gene];
            m_mean[gene] += delta / m_count[gene];
            m_squares[gene] += delta * (value - m_mean[gene]);
        }

        Moments finish() {
            final var mean = new double[m_mean.length];
            final var variance = new double[m_mean.length];
            for (int j = 0; j < mean.length; j++) {
                mean[j] = m_sum[j] / m_cells;
                variance[j] = (m_squares[j] + m_mean[j] * mean[j] * (m_cells - m_count[j])) / (m_cells - 1);
            }
            return new Moments(m_cells, mean, variance, m_expressing,
                Arrays.stream(m_count).asLongStream().sum());
        }
    }
}
