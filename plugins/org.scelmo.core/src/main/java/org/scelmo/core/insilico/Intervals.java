package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Bootstrap intervals of the scores of deletions. For weighted averages, the interval of deletions at unchanged sums is
 * moved to the exact score.
 */
final class Intervals {

    /** Scores of bootstraps that are kept at a time: 256 MB. If there are more, cells are drawn again, as before. */
    private static final long SCORES_AT_ONCE = 64L << 20;

    private final RowBlocks m_x;
    private final Conditions m_conditions;
    private final GroupMeans m_means;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final DeletionOptions m_options;

    Intervals(final RowBlocks x, final Conditions conditions, final GroupMeans means, final float[][] vectors,
        final int dimensions, final DeletionOptions options) {
        m_x = x;
        m_conditions = conditions;
        m_means = means;
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_options = options;
    }

    /**
     * @param sets columns of X that have a vector, per deletion
     * @param scores exact score per deletion
     * @param progress told as X is read
     * @return an interval per deletion; unknown if no bootstraps are asked for or a group has one cell
     * @throws IOException if X cannot be read
     */
    Interval[] of(final int[][] sets, final double[] scores, final Progress progress) throws IOException {
        final var intervals = new Interval[sets.length];
        Arrays.fill(intervals, Interval.UNKNOWN);
        if (m_options.bootstraps() > 0 && Math.min(m_means.cells()[0], m_means.cells()[1]) > 1) {
            final var shifts = shifts(sets, scores, progress);
            final int step = (int)Math.max(1, Math.min(sets.length, SCORES_AT_ONCE / m_options.bootstraps()));
            for (int from = 0; from < sets.length; from += step) {
                final var some = Arrays.copyOfRange(sets, from, Math.min(sets.length, from + step));
                final var draws = bootstrap().scores(some, m_options.bootstraps(),
                    progress.part((double)from / sets.length, (double)(from + some.length) / sets.length));
                for (int s = 0; s < some.length; s++) {
                    intervals[from + s] = Interval.of(draws[s], m_options.level()).plus(shifts[from + s]);
                }
            }
        }
        return intervals;
    }

    Bootstrap bootstrap() {
        return new Bootstrap(m_x, m_conditions, m_options.weights(), m_vectors, m_dimensions, m_options.where(),
            m_options.seed(), m_options.threads());
    }

    private double[] shifts(final int[][] sets, final double[] scores, final Progress progress) {
        final var shifts = new double[sets.length];
        if (m_options.weights() == CellWeights.WEIGHTED) {
            final var linear = new LinearDeletions(m_means, m_vectors, m_dimensions, m_options.where());
            final var atSameSums = linear.after(sets, progress);
            Arrays.setAll(shifts, s -> scores[s] - (atSameSums[s] - linear.before()));
        }
        return shifts;
    }
}
