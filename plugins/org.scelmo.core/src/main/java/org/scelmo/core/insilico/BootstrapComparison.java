package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.Arrays;

import org.apache.commons.statistics.distribution.TDistribution;
import org.scelmo.core.Progress;

/**
 * Tells whether a gene's score is above the mean score of the other genes of its bin, given that other cells of the
 * same donors might have been measured: the difference over its standard error in bootstraps of the cells, against
 * Student's t with one degree of freedom less than the smaller group has cells. O(genes) per bootstrap, after the
 * scores.
 */
final class BootstrapComparison {

    private final int[] m_genes;
    private final int[][] m_bins;
    private final double[] m_scores;
    private final TDistribution m_byChance;
    /** Of the differences over bootstraps, by position of the gene. */
    private final double[] m_sums;
    private final double[] m_squares;
    private int m_bootstraps;

    /**
     * @param genes columns of X that are compared
     * @param like their bins
     * @param scoreOf score per column of X
     * @param cells of the smaller group
     */
    BootstrapComparison(final int[] genes, final MatchedGenes like, final double[] scoreOf, final int cells) {
        m_byChance = TDistribution.of(Math.max(1, cells - 1));
        m_genes = genes;
        final var positions = new int[scoreOf.length];
        for (int i = 0; i < genes.length; i++) {
            positions[genes[i]] = i;
        }
        m_bins = Arrays.stream(like.bins()).map(bin -> Arrays.stream(bin).map(j -> positions[j]).toArray())
            .toArray(int[][]::new);
        m_scores = Arrays.stream(genes).mapToDouble(j -> scoreOf[j]).toArray();
        m_sums = new double[genes.length];
        m_squares = new double[genes.length];
    }

    /**
     * @param bootstrap of the cells
     * @param bootstraps how many; with less than 2 no p is known
     * @return one element per column of X; p is NaN where the score does not vary or is not always known
     */
    Compared[] of(final Bootstrap bootstrap, final int bootstraps, final Progress progress) throws IOException {
        final var sets = Arrays.stream(m_genes).mapToObj(j -> new int[]{j}).toArray(int[][]::new);
        bootstrap.run(sets, bootstraps, progress, this::add);
        return compared();
    }

    Compared[] compared() {
        final var compared = new Compared[Arrays.stream(m_genes).max().orElse(-1) + 1];
        for (final var bin : m_bins) {
            final var known = Arrays.stream(bin).filter(i -> !Double.isNaN(m_scores[i])).toArray();
            final double sum = Arrays.stream(known).mapToDouble(i -> m_scores[i]).sum();
            for (final int i : bin) {
                final boolean isKnown = !Double.isNaN(m_scores[i]);
                final int others = known.length - (isKnown ? 1 : 0);
                compared[m_genes[i]] = compared(i, (sum - (isKnown ? m_scores[i] : 0)) / others, others);
            }
        }
        return compared;
    }

    void add(final float[][] scores, final int first, final int count) {
        m_bootstraps = first + count;
        for (final var bin : m_bins) {
            final var sums = new double[count];
            final var known = new int[count];
            for (final int i : bin) {
                for (int b = 0; b < count; b++) {
                    final boolean isKnown = !Float.isNaN(scores[i][b]);
                    sums[b] += isKnown ? scores[i][b] : 0;
                    known[b] += isKnown ? 1 : 0;
                }
            }
            for (final int i : bin) {
                for (int b = 0; b < count; b++) { // NaN if the score is
                    final double difference = scores[i][b] - (sums[b] - scores[i][b]) / (known[b] - 1);
                    m_sums[i] += difference;
                    m_squares[i] += difference * difference;
                }
            }
        }
    }

    private Compared compared(final int i, final double mean, final int others) {
        final double variance = (m_squares[i] - m_sums[i] * m_sums[i] / m_bootstraps) / (m_bootstraps - 1);
        final double t = (m_scores[i] - mean) / Math.sqrt(variance);
        return new Compared(variance > 0 && !Double.isNaN(t)
            ? Math.max(Double.MIN_NORMAL, m_byChance.survivalProbability(t)) : Double.NaN, others, mean);
    }
}
