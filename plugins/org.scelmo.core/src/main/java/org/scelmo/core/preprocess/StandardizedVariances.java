package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Highly variable genes of counts, as scanpy 1.9.8 finds them in its flavor {@code seurat_v3}: the variance of a gene
 * is measured against the trend of the variance over the mean, a {@link Loess} of their logarithms. Counts are clipped
 * at √cells expected deviations above the mean. Two passes over the data; memory for a few numbers per gene and batch.
 */
public final class StandardizedVariances {

    /** Share of the genes that each piece of the trend is fitted to, scanpy's default. */
    private static final double SPAN = 0.3;

    private StandardizedVariances() {
    }

    /**
     * Ranks the genes in each batch. Those of the lowest median rank win, then those chosen in more batches, then by
     * position; among equals scanpy's order is not defined.
     *
     * @param x counts, cells × genes, read twice; fractions are taken as they are
     * @param batch of each cell, from 0; −1 if it has none, then the cell is left out; null if all are of batch 0
     * @param batches number of batches, at least 1
     * @param top how many genes, at least 1, in each batch and in the end
     * @param progress told after each block
     * @return what was found
     * @throws IOException if X cannot be read
     * @throws UnfitExpressionException if X holds a negative value, a batch has fewer than two cells, or its genes are
     *             too few or too alike for a trend
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static StandardizedGenes find(final RowBlocks x, final int[] batch, final int batches, final int top,
        final Progress progress) throws IOException {
        final var look = new Look();
        final int threads = BlockPass.processors();
        final var moments = GeneMoments.of(x, look::map, batch, batches, threads, progress.part(0, 0.45));
        final var sums = new ClippedSquares[batches];
        int singular = 0;
        for (int b = 0; b < batches; b++) {
            HighlyVariableGenes.checkCells(moments[b].cells(), batches == 1 ? "The data have" : "A batch has");
            final var trend = trend(moments[b]);
            singular += trend.singularVertices();
            sums[b] = new ClippedSquares(moments[b], deviations(moments[b], trend));
        }
        new BlockPass("Standardized variance", threads).run(x, (first, block) -> new BlockPass.Work() {

            @Override
            public void rows(final int from, final int to) {
                // all is done by columns
            }

            @Override
            public void columns(final int from, final int to) {
                for (int i = 0; i < block.rows(); i++) {
                    final int b = batch == null ? 0 : batch[(int)first + i];
                    if (b >= 0) {
                        sums[b].add(block, i, from, to);
                    }
                }
            }
        }, progress.part(0.5, 1));
        final var within = Arrays.stream(sums).map(ClippedSquares::variances).toArray(double[][]::new);
        final var ranking = BatchRanking.of(within, top);
        final var all = GeneMoments.Moments.merged(moments);
        return new StandardizedGenes(all.mean(), all.variance(), averages(within), ranking.medians(),
            ranking.batches(), ranking.first(top), look.sawWholeNumbersOnly(), singular);
    }

    /** Of the variance over the mean, both as logarithms, of the genes that vary. */
    private static Loess trend(final GeneMoments.Moments moments) {
        final int[] varying = varying(moments);
        return Loess.of(Arrays.stream(varying).mapToDouble(j -> Math.log10(moments.mean()[j])).toArray(),
            Arrays.stream(varying).mapToDouble(j -> Math.log10(moments.variance()[j])).toArray(), SPAN);
    }

    private static int[] varying(final GeneMoments.Moments moments) {
        return IntStream.range(0, moments.mean().length).filter(j -> moments.variance()[j] > 0).toArray();
    }

    /** The standard deviation that the trend expects; 1 for a gene that does not vary, as in scanpy. */
    private static double[] deviations(final GeneMoments.Moments moments, final Loess trend) {
        final var deviations = new double[moments.mean().length];
        Arrays.fill(deviations, 1);
        final int[] varying = varying(moments);
        for (int i = 0; i < varying.length; i++) {
            deviations[varying[i]] = Math.sqrt(Math.pow(10, trend.fitted()[i]));
        }
        return deviations;
    }

    private static double[] averages(final double[][] within) {
        return IntStream.range(0, within[0].length)
            .mapToDouble(j -> Arrays.stream(within).mapToDouble(v -> v[j]).sum() / within.length).toArray();
    }

    /** Squares of the clipped counts' distances from the mean, in one batch. */
    private static final class ClippedSquares {

        private final GeneMoments.Moments m_moments;
        private final double[] m_deviations;
        private final double[] m_limits;
        private final double[] m_squares;
        private final int[] m_stored;

        ClippedSquares(final GeneMoments.Moments moments, final double[] deviations) {
            final int genes = deviations.length;
            m_moments = moments;
            m_deviations = deviations;
            m_limits = new double[genes];
            for (int j = 0; j < genes; j++) {
                m_limits[j] = deviations[j] * Math.sqrt(moments.cells()) + moments.mean()[j];
            }
            m_squares = new double[genes];
            m_stored = new int[genes];
        }

        void add(final CsrMatrix block, final int local, final int from, final int to) {
            final int end = BlockPass.entry(block, local, to);
            for (int e = BlockPass.entry(block, local, from); e < end; e++) {
                final int j = block.indices()[e];
                final double distance = Math.min(block.values()[e], m_limits[j]) - m_moments.mean()[j];
                m_squares[j] += distance * distance;
                m_stored[j]++;
            }
        }

        double[] variances() {
            final var variances = new double[m_squares.length];
            for (int j = 0; j < variances.length; j++) {
                final double mean = m_moments.mean()[j];
                final double squares = m_squares[j] + (m_moments.cells() - m_stored[j]) * mean * mean;
                variances[j] = squares / ((m_moments.cells() - 1) * m_deviations[j] * m_deviations[j]);
            }
            return variances;
        }
    }

    /** Refuses negative values, and notes fractions. */
    private static final class Look {

        private volatile boolean m_fractions;

        private void map(final long row, final CsrMatrix block, final int local, final float[] out) {
            Values.checkNotNegative(row, block, local);
            boolean fractions = false;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                out[e] = block.values()[e];
                fractions |= !Values.isWhole(out[e]);
            }
            if (fractions) {
                m_fractions = true;
            }
        }

        boolean sawWholeNumbersOnly() {
            return !m_fractions;
        }
    }
}
