package org.scelmo.core.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How many of a cell's neighbors in the picture are its neighbors in the data (Venna and Kaski 2001), as in sklearn. */
final class Trustworthiness {

    private Trustworthiness() {
    }

    static double of(final float[][] data, final float[][] picture, final int k) {
        final int n = data.length;
        final long sum = IntStream.range(0, n).parallel().mapToLong(i -> {
            final var order = order(data, i);
            final var rank = new int[n];
            for (int r = 0; r < n; r++) {
                rank[order[r]] = r;
            }
            return Arrays.stream(order(picture, i), 1, k + 1).mapToLong(j -> Math.max(0, rank[j] - k)).sum();
        }).sum();
        return 1 - sum * 2.0 / ((double)n * k * (2 * n - 3 * k - 1));
    }

    /** @return all cells by distance, the cell itself first */
    private static int[] order(final float[][] points, final int i) {
        final var distances = new double[points.length];
        for (int j = 0; j < distances.length; j++) {
            for (int d = 0; d < points[j].length; d++) {
                final double difference = (double)points[i][d] - points[j][d];
                distances[j] += difference * difference;
            }
        }
        distances[i] = -1;
        return IntStream.range(0, points.length).boxed().sorted(Comparator.comparingDouble(j -> distances[j]))
            .mapToInt(Integer::intValue).toArray();
    }
}
