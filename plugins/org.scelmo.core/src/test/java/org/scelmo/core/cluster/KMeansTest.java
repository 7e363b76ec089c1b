package org.scelmo.core.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;

class KMeansTest {

    private static float[][] blobs(final int count, final int dimensions, final int blobs, final double apart) {
        final var random = new Random(4);
        final var rows = new float[count][dimensions];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < dimensions; k++) {
                rows[i][k] = (float)(random.nextGaussian() + (k == i % blobs ? apart : 0));
            }
        }
        return rows;
    }

    @Test
    void findsGroupsThatAreApart() throws IOException {
        final var found = new KMeans(5, 1, 2).find(DenseMatrix.of(blobs(1400, 7, 5, 30), 7), Progress.NONE).of();
        for (int i = 0; i < found.length; i++) {
            assertEquals(found[i % 5], found[i]);
        }
        assertEquals(5, Arrays.stream(found).distinct().count());
    }

    @Test
    void everyCellIsNearestToTheMeanOfItsGroupWhateverTheThreads() throws IOException {
        final var rows = blobs(1100, 3, 3, 2);
        final var found = new KMeans(70, 2, 1).find(DenseMatrix.of(rows, 3), Progress.NONE).of();
        assertArrayEquals(found, new KMeans(70, 2, 3).find(DenseMatrix.of(rows, 3), Progress.NONE).of());
        final var means = new double[70][3];
        final var counts = new int[70];
        for (int i = 0; i < rows.length; i++) {
            counts[found[i]]++;
            for (int k = 0; k < 3; k++) {
                means[found[i]][k] += rows[i][k];
            }
        }
        for (int i = 0; i < rows.length; i++) {
            final var row = rows[i];
            final double own = square(row, means[found[i]], counts[found[i]]);
            final double least = IntStream.range(0, 70).filter(c -> counts[c] > 0)
                .mapToDouble(c -> square(row, means[c], counts[c])).min().orElseThrow();
            assertEquals(least, own, 1e-5 * least);
        }
    }

    private static double square(final float[] row, final double[] sum, final int count) {
        return IntStream.range(0, row.length).mapToDouble(k -> Math.pow(row[k] - sum[k] / count, 2)).sum();
    }

    @Test
    void equalCellsEndUpTogether() throws IOException {
        final var found = new KMeans(4, 0, 1).find(DenseMatrix.of(new float[40][2], 2), Progress.NONE);
        assertEquals(4, found.count());
        assertEquals(1, Arrays.stream(found.of()).distinct().count());
    }

    @Test
    void moreClustersThanCellsAreRefused() {
        final var points = DenseMatrix.of(new float[3][2], 2);
        assertThrows(IllegalArgumentException.class, () -> new KMeans(4, 0, 1).find(points, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> new KMeans(0, 0, 1));
    }
}
