package org.scelmo.adaptor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.scelmo.core.matrix.CsrMatrix;

/** Cells of three types that express their own third of the genes more, and vectors that tell the thirds apart. */
final class SimulatedData {

    static final int GENES = 60;
    static final int TYPES = 3;

    private SimulatedData() {
    }

    static TrainingData of(final int cells, final long seed) {
        final var random = new Random(seed);
        final var expression = new float[cells][GENES];
        final var labels = new ArrayList<String>();
        for (int i = 0; i < cells; i++) {
            final int type = random.nextInt(TYPES);
            labels.add("type " + (char)('A' + type));
            for (int j = 0; j < GENES; j++) {
                if (random.nextDouble() < (j % TYPES == type ? 0.7 : 0.2)) {
                    expression[i][j] = (float)Math.log1p(1 + 3 * random.nextDouble());
                }
            }
        }
        final var vectors = new float[GENES][8];
        final var names = new ArrayList<String>();
        for (int j = 0; j < GENES; j++) {
            names.add("gene " + j);
            for (int k = 0; k < 8; k++) {
                vectors[j][k] = (float)(0.3 * random.nextGaussian() + (k == j % TYPES ? 1 : 0));
            }
        }
        vectors[7] = null;
        vectors[11] = null;
        return new TrainingData(CsrMatrix.fromDense(expression), labels, names, vectors);
    }

    static TrainingData with(final TrainingData data, final List<String> labels) {
        return new TrainingData(data.cells(), labels, data.genes(), data.vectors());
    }

    static TrainingData with(final TrainingData data, final float[][] vectors) {
        return new TrainingData(data.cells(), data.labels(), data.genes(), vectors);
    }
}
