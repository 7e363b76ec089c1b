package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.matrix.RowBlocks;

class PcaTest {

    private static final RowBlocks X = RowBlocks.of(RandomMatrices.sparse(60, 40, 0.3, 5));

    private static Pca pca(final RowBlocks x, final int count) throws IOException {
        return Pca.of(x, count, 1, Progress.NONE);
    }

    @Test
    void agreesWithTheCovarianceMatrixAsAWhole() throws IOException {
        final var moments = GeneMoments.of(X, null, 1, Progress.NONE)[0];
        final var unit = new double[40][40];
        for (int j = 0; j < 40; j++) {
            unit[j][j] = 1;
        }
        final var covariance = new StreamedCovariance(X, moments, 2).times(unit, Progress.NONE);
        for (int j = 0; j < 40; j++) {
            assertEquals(moments.variance()[j], covariance[j][j], 1e-12);
        }
        final var whole = SymmetricEigen.of(covariance);
        final var few = pca(X, 6);
        assertArrayEquals(Arrays.copyOf(whole.values(), 6), few.variance(), 1e-10);
        for (int k = 0; k < 6; k++) {
            double dot = 0;
            for (int j = 0; j < 40; j++) {
                dot += whole.vectors()[k][j] * few.components()[k][j];
            }
            assertEquals(1, Math.abs(dot), 1e-9, "component " + k);
        }
    }

    @Test
    void theFormedCovarianceMultipliesAsTheStreamedOne() throws IOException {
        final var x = RowBlocks.of(RandomMatrices.sparse(2500, 41, 0.3, 6));
        final var moments = GeneMoments.of(x, null, 1, Progress.NONE)[0];
        final var random = new Random(9);
        final var input = new double[7][];
        Arrays.setAll(input, k -> random.doubles(41).toArray());
        final var formed = FormedCovariance.of(x, moments, 2, Progress.NONE).times(input, Progress.NONE);
        final var streamed = new StreamedCovariance(x, moments, 2).times(input, Progress.NONE);
        for (int k = 0; k < 7; k++) {
            assertArrayEquals(streamed[k], formed[k], 1e-10);
        }
    }

    @Test
    void formsTheCovarianceOnlyWhereGenesAndEntriesAreFew() throws IOException {
        final var few = GeneMoments.of(X, null, 1, Progress.NONE)[0];
        assertInstanceOf(FormedCovariance.class, Covariance.of(X, few, 1, Progress.NONE));
        final var wide = RowBlocks.of(RandomMatrices.sparse(20, Covariance.MOST_GENES + 1, 0.01, 5));
        assertInstanceOf(StreamedCovariance.class,
            Covariance.of(wide, GeneMoments.of(wide, null, 1, Progress.NONE)[0], 1, Progress.NONE));
        final var dense = RowBlocks.of(RandomMatrices.sparse(20, Covariance.MOST_ENTRIES + 200, 1, 5));
        final var many = GeneMoments.of(dense, null, 1, Progress.NONE)[0];
        assertInstanceOf(StreamedCovariance.class, Covariance.of(dense, many, 1, Progress.NONE));
        assertEquals(15, Pca.of(dense, 15, 1, Progress.NONE).variance().length);
    }

    @Test
    void scoresHaveTheVarianceAndTheSignThatIsStated() throws IOException {
        final var pca = pca(X, 4);
        final var scores = new double[60][4];
        final int[] row = {0};
        pca.scores(X, (rows, count) -> {
            for (int i = 0; i < count; i++, row[0]++) {
                for (int k = 0; k < 4; k++) {
                    scores[row[0]][k] = rows[i][k];
                }
            }
        }, Progress.NONE);
        assertEquals(60, row[0]);
        for (int k = 0; k < 4; k++) {
            final int component = k;
            final var column = Arrays.stream(scores).mapToDouble(s -> s[component]).toArray();
            assertEquals(0, Arrays.stream(column).average().orElseThrow(), 1e-6);
            assertEquals(pca.variance()[k], Arrays.stream(column).map(s -> s * s).sum() / 59, 1e-5);
            assertEquals(Arrays.stream(column).map(Math::abs).max().orElseThrow(),
                Arrays.stream(column).max().orElseThrow(), "the largest absolute score is positive");
        }
    }

    @Test
    void copesWithFewerDirectionsThanComponents() throws IOException {
        final var line = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 2, 0, 0}, {2, 4, 0, 0}, {3, 6, 0, 0},
            {4, 8, 0, 0}, {0, 0, 0, 0}}));
        final var pca = pca(line, 3);
        assertEquals(12.5, pca.variance()[0], 1e-9);
        assertEquals(0, pca.variance()[1], 1e-9);
        assertEquals(1, pca.varianceRatio()[0], 1e-9);
    }

    @Test
    void refusesTooManyComponentsAndNaN() {
        assertThrows(ScelmoException.class, () -> pca(X, 40));
        assertThrows(ScelmoException.class, () -> pca(X, 0));
        final var broken = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, Float.NaN}, {1, 2}, {3, 4}}));
        assertThrows(NonFiniteValueException.class, () -> pca(broken, 1));
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() throws IOException {
        final var x = RowBlocks.of(RandomMatrices.sparse(3000, 70, 0.2, 8));
        final var one = Pca.of(x, 5, 3, 1, Progress.NONE);
        for (final int threads : new int[]{2, 3, 8}) {
            final var many = Pca.of(x, 5, 3, threads, Progress.NONE);
            assertArrayEquals(one.components(), many.components());
            assertArrayEquals(one.variance(), many.variance());
        }
    }
}
