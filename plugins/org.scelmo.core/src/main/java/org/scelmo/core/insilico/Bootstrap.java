package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SparseDenseProduct;
import org.scelmo.core.parallel.Workers;

/**
 * Scores of deletions when the cells of each group are drawn again with replacement. A bootstrap only changes the
 * mean weights of the genes, so that no cell is embedded again: X is multiplied by how often each cell was drawn
 * ({@value #AT_ONCE} bootstraps per pass over X; O(nnz + genes × dimensions) per bootstrap, float32). The sums of cells
 * are those before the deletion. Seeded; the result does not depend on the number of threads.
 */
final class Bootstrap {

    private static final int AT_ONCE = 256;
    private static final int BLOCK_ROWS = 512;

    private final RowBlocks m_x;
    private final Conditions m_conditions;
    private final CellWeights m_kind;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final DeletedIn m_where;
    private final long m_seed;
    private final int m_threads;

    Bootstrap(final RowBlocks x, final Conditions conditions, final CellWeights kind, final float[][] vectors, // NOSONAR
        final int dimensions, final DeletedIn where, final long seed, final int threads) {
        m_x = x;
        m_conditions = conditions;
        m_kind = kind;
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_where = where;
        m_seed = seed;
        m_threads = threads;
    }

    /** Takes the scores of some bootstraps. */
    @FunctionalInterface
    interface Batch {

        /**
         * @param scores deletion × bootstrap of this batch, NaN where a group's mean vector is zero; not to be kept
         * @param first number of the first bootstrap
         * @param count how many bootstraps the batch has
         */
        void take(float[][] scores, int first, int count);
    }

    /**
     * @param sets columns of X that have a vector, per deletion
     * @param bootstraps how many
     * @param progress told as X is read
     * @return scores, deletion × bootstrap; NaN where a group's mean vector is zero
     * @throws IOException if X cannot be read
     */
    float[][] scores(final int[][] sets, final int bootstraps, final Progress progress) throws IOException {
        final var all = new float[sets.length][bootstraps];
        run(sets, bootstraps, progress, (scores, first, count) -> {
            for (int s = 0; s < all.length; s++) {
                System.arraycopy(scores[s], 0, all[s], first, count);
            }
        });
        return all;
    }

    /**
     * @param sets columns of X that have a vector, per deletion
     * @param bootstraps how many
     * @param progress told as X is read
     * @param batch takes the scores, at most {@value #AT_ONCE} bootstraps at a time
     * @throws IOException if X cannot be read
     */
    void run(final int[][] sets, final int bootstraps, final Progress progress, final Batch batch)
        throws IOException {
        final var scores = new float[sets.length][Math.min(AT_ONCE, bootstraps)];
        try (var workers = new Workers("bootstrap", m_threads)) {
            for (int from = 0; from < bootstraps; from += AT_ONCE) {
                final int first = from;
                final int count = Math.min(AT_ONCE, bootstraps - from);
                final var part = progress.part((double)from / bootstraps, (double)(from + count) / bootstraps);
                final var sums = sums(first, count, workers, part);
                final var similarity = new BootstrapMeans(sums, m_vectors, m_dimensions, cells(), count);
                Ranges.run(workers, m_threads, m_dimensions, part, similarity::addMeans);
                similarity.finish();
                Ranges.run(workers, m_threads, sets.length, part, (lo, hi) -> {
                    for (int i = lo; i < hi; i++) {
                        workers.checkStopped();
                        similarity.scores(sets[i], m_where, scores[i]);
                    }
                });
                batch.take(scores, from, count);
            }
        }
    }

    private int[] cells() {
        return new int[]{m_conditions.count(Conditions.CONTROL), m_conditions.count(Conditions.DISEASE)};
    }

    /** Weights of each gene summed over the drawn cells: group × gene × bootstrap; null for a gene without vector. */
    private float[][][] sums(final int first, final int count, final Workers workers, final Progress progress)
        throws IOException {
        final var sums = new float[2][m_vectors.length][];
        for (int j = 0; j < m_vectors.length; j++) {
            for (int g = 0; g < 2 && m_vectors[j] != null; g++) {
                sums[g][j] = new float[count];
            }
        }
        final var left = cells();
        final var draws = new MultinomialWeights[]{new MultinomialWeights(left[0], first, count, m_seed, 0),
            new MultinomialWeights(left[1], first, count, m_seed, 1)};
        try (var cursor = m_x.open()) {
            int row = 0;
            for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                final var cells = block;
                final int firstRow = row;
                final var times = new float[block.rows()][count];
                Ranges.run(workers, m_threads, count, progress,
                    (lo, hi) -> draw(draws, left.clone(), firstRow, lo, hi, times));
                for (int i = 0; i < block.rows(); i++) {
                    if (m_conditions.of()[firstRow + i] >= 0) {
                        left[m_conditions.of()[firstRow + i]]--;
                    }
                }
                final var factors = factors(block, firstRow);
                Ranges.run(workers, m_threads, m_vectors.length, progress, (lo, hi) -> {
                    for (int g = 0; g < 2; g++) {
                        SparseDenseProduct.add(transposed(cells, firstRow, factors, g, lo, hi), times, count,
                            Arrays.copyOfRange(sums[g], lo, hi), workers::checkStopped);
                    }
                });
                row += block.rows();
                final long done = row;
                progress.update((double)done / m_x.rows(),
                    () -> "Bootstraps from %,d, %,d of %,d cells".formatted(first + 1, done, m_x.rows()));
            }
        }
        return sums;
    }

    private void draw(final MultinomialWeights[] draws, final int[] left, final int firstRow, final int from,
        final int to, final float[][] times) {
        for (int i = 0; i < times.length; i++) {
            final int group = m_conditions.of()[firstRow + i];
            if (group >= 0) {
                draws[group].next(left[group]--, from, to, times[i]);
            }
        }
    }

    private double[] factors(final CsrMatrix block, final int firstRow) {
        final var factors = new double[block.rows()];
        for (int i = 0; i < factors.length; i++) {
            if (m_conditions.of()[firstRow + i] >= 0) {
                factors[i] = 1 / GroupMeans.divisor(block, i, (long)firstRow + i, m_kind);
            }
        }
        return factors;
    }

    /** Weights of a group's cells and some genes as genes × cells. */
    private CsrMatrix transposed(final CsrMatrix block, final int firstRow, final double[] factors, final int group,
        final int from, final int to) {
        final var offsets = new long[to - from + 2];
        for (int i = 0; i < block.rows(); i++) {
            if (m_conditions.of()[firstRow + i] == group) {
                for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                    final int j = block.indices()[e];
                    if (j >= from && j < to && m_vectors[j] != null) {
                        offsets[j - from + 2]++;
                    }
                }
            }
        }
        for (int j = 2; j < offsets.length; j++) {
            offsets[j] += offsets[j - 1];
        }
        final int entries = (int)offsets[offsets.length - 1];
        final var rows = new int[entries];
        final var values = new float[entries];
        for (int i = 0; i < block.rows(); i++) {
            if (m_conditions.of()[firstRow + i] == group) {
                for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                    final int j = block.indices()[e];
                    if (j >= from && j < to && m_vectors[j] != null) {
                        final int at = (int)offsets[j - from + 1]++;
                        rows[at] = i;
                        values[at] = (float)(block.values()[e] * factors[i]);
                    }
                }
            }
        }
        return CsrMatrix.wrap(to - from, block.rows(), offsets, rows, values);
    }
}
