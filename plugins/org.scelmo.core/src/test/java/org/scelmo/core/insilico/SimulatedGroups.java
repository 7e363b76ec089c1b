package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Two populations of cells whose true scores are known, and samples of them. */
final class SimulatedGroups {

    static final int GENES = 60;
    static final int DIMENSIONS = 4;
    private static final int POPULATION = 500;

    private final float[][] m_x = new float[2 * POPULATION][GENES];
    private final float[][] m_vectors = new float[GENES][DIMENSIONS];

    /** @param effect how much more than others every third gene is expressed in the second group, at most */
    SimulatedGroups(final double effect, final long seed) {
        final var random = new Random(seed);
        for (int j = 0; j < GENES; j++) {
            for (int k = 0; k < DIMENSIONS; k++) {
                m_vectors[j][k] = (float)(random.nextGaussian() + 0.5);
            }
            final double mean = 0.2 + 1.5 * random.nextDouble();
            final double more = j % 3 == 0 ? effect * random.nextDouble() : 0;
            for (int i = 0; i < m_x.length; i++) {
                final double level = mean + (i < POPULATION ? 0 : more);
                m_x[i][j] = (float)Math.max(0, level + random.nextGaussian());
            }
        }
    }

    /**
     * Cells of both groups, as many of each, control cells first.
     *
     * @param cells cells × genes
     */
    record Sample(float[][] cells, float[][] vectors) {

        RowBlocks x() {
            return RowBlocks.of(CsrMatrix.fromDense(cells));
        }

        Conditions conditions() {
            final var of = new int[cells.length];
            Arrays.fill(of, cells.length / 2, cells.length, Conditions.DISEASE);
            return new Conditions(of);
        }

        InSilicoDeletion deletion(final DeletionOptions options) throws IOException {
            return InSilicoDeletion.of(x(), conditions(), vectors, DIMENSIONS, options, Progress.NONE);
        }
    }

    /** @return scores and means of matched genes in the population, as an infinitely large sample would have them */
    List<DeletionScore> truth(final DeletionOptions options) throws IOException {
        final var deletion = new Sample(m_x, m_vectors).deletion(options);
        return deletion.scores(deletion.genes(), Progress.NONE);
    }

    /** @return so many cells of each group, drawn with replacement */
    Sample draw(final int cells, final long seed) {
        final var random = new Random(seed);
        final var drawn = new float[2 * cells][];
        Arrays.setAll(drawn, i -> m_x[random.nextInt(POPULATION) + (i < cells ? 0 : POPULATION)]);
        return new Sample(drawn, m_vectors);
    }
}
