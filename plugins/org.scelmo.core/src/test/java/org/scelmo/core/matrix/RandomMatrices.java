package org.scelmo.core.matrix;

import java.util.Random;

/** Seeded matrices for tests. */
public final class RandomMatrices {

    private RandomMatrices() {
    }

    /** Returns standard normal elements. */
    public static float[][] dense(final int rows, final int columns, final long seed) {
        final var random = new Random(seed);
        final var matrix = new float[rows][columns];
        for (final var row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float)random.nextGaussian();
            }
        }
        return matrix;
    }

    /** Returns positive elements at the given density; about one row in eight is empty. */
    public static CsrMatrix sparse(final int rows, final int columns, final double density, final long seed) {
        final var random = new Random(seed);
        final var matrix = new float[rows][columns];
        for (final var row : matrix) {
            final boolean empty = random.nextInt(8) == 0;
            for (int j = 0; j < columns; j++) {
                row[j] = !empty && random.nextDouble() < density ? 0.1f + random.nextFloat() : 0;
            }
        }
        final var sparse = CsrMatrix.fromDense(matrix);
        // without rows the number of columns would be lost
        return CsrMatrix.wrap(rows, columns, sparse.offsets(), sparse.indices(), sparse.values()).checkStructure();
    }
}
