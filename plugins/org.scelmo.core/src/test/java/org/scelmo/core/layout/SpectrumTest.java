package org.scelmo.core.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.parallel.Workers;

class SpectrumTest {

    /** A path of n nodes with loops of weight 1 at its ends: eigenvectors cos(π k (i + ½) / n), all degrees are 2. */
    @Test
    void pathsSwingAsCosines() throws IOException {
        final int n = 60;
        final var dense = new float[n][n];
        for (int i = 0; i < n; i++) {
            dense[i][Math.max(0, i - 1)] = 1;
            dense[i][Math.min(n - 1, i + 1)] = 1;
        }
        try (var workers = new Workers("test", 2)) {
            final var vectors = Spectrum.of(CsrMatrix.fromDense(dense), 2, 1, workers, Progress.NONE);
            for (int k = 1; k <= 2; k++) {
                final double sign = Math.signum(vectors[0][k - 1]);
                for (int i = 0; i < n; i++) {
                    assertEquals(sign * Math.sqrt(2.0 / n) * Math.cos(Math.PI * k * (i + 0.5) / n), vectors[i][k - 1],
                        1e-2);
                }
            }
        }
    }
}
