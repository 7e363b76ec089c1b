package org.scelmo.adaptor.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.Pca;

/** The gene vectors that training is to use, checked. */
final class ControlVectors {

    private static final int COMPONENTS = 50;

    private ControlVectors() {
    }

    /**
     * @param given per gene its vector, null where it has none
     * @return the same, or a control in their place
     */
    static float[][] of(final float[][] given, final TrainingParameters parameters, final Progress progress)
        throws IOException {
        final int dimensions = check(given, progress);
        return switch (parameters.vectors()) {
            case GIVEN -> given;
            case RANDOM -> random(given.length, dimensions, parameters.seed(), progress);
            case PCA -> scores(given, parameters.seed(), progress);
        };
    }

    private static int check(final float[][] vectors, final Progress progress) {
        final var first = Arrays.stream(vectors).filter(Objects::nonNull).findFirst().orElseThrow(
            () -> new TrainingException("None of the %d genes has a vector.".formatted(vectors.length),
                "Use gene vectors whose names are those of the genes; Map Gene Identifiers translates names."));
        boolean allZero = true;
        for (int j = 0; j < vectors.length; j++) {
            progress.checkCanceled();
            if (vectors[j] == null) {
                continue;
            }
            if (vectors[j].length != first.length) {
                throw new IllegalArgumentException("Vectors of %d and of %d dimensions.".formatted(first.length,
                    vectors[j].length));
            }
            for (int k = 0; k < first.length; k++) {
                if (!Float.isFinite(vectors[j][k])) {
                    throw new NonFiniteValueException("The matrix of the gene vectors", j, k, vectors[j][k]);
                }
                allZero &= vectors[j][k] == 0;
            }
        }
        if (allZero) {
            throw new TrainingException("All gene vectors are zero: they tell the genes not apart.",
                "Use other gene vectors.");
        }
        return first.length;
    }

    /** For every gene, also those without a vector, as the authors do. */
    private static float[][] random(final int genes, final int dimensions, final long seed, final Progress progress) {
        final var random = new Random(seed);
        final var vectors = new float[genes][dimensions];
        for (final var vector : vectors) {
            progress.checkCanceled();
            for (int k = 0; k < dimensions; k++) {
                vector[k] = random.nextFloat();
            }
        }
        return vectors;
    }

    private static float[][] scores(final float[][] given, final long seed, final Progress progress)
        throws IOException {
        final var present = Arrays.stream(given).filter(Objects::nonNull).toArray(float[][]::new);
        final int count = Math.min(COMPONENTS, Math.min(present.length, present[0].length) - 1);
        if (count < 1) {
            throw new TrainingException("One gene vector, or vectors of one dimension, have no principal components.",
                "Train with the vectors as given.");
        }
        final var pca = Pca.of(RowBlocks.of(CsrMatrix.fromDense(present)), count, seed, progress);
        return Arrays.stream(given).map(v -> v == null ? null : scores(pca, v, progress)).toArray(float[][]::new);
    }

    private static float[] scores(final Pca pca, final float[] vector, final Progress progress) {
        progress.checkCanceled();
        final var scores = new float[pca.components().length];
        for (int c = 0; c < scores.length; c++) {
            double sum = 0;
            for (int k = 0; k < vector.length; k++) {
                sum += pca.components()[c][k] * (vector[k] - pca.mean()[k]);
            }
            scores[c] = (float)sum;
        }
        return scores;
    }
}
