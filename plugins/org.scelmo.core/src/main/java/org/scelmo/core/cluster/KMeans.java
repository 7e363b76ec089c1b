package org.scelmo.core.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SquaredDistances;
import org.scelmo.core.parallel.Workers;

/**
 * Groups of cells around their means (Lloyd 1982), started by k-means++ with some tries per center (Arthur and
 * Vassilvitskii 2007), as scikit-learn and scib-metrics do with one start. Ends when no cell changes its group, or
 * after 300 rounds. A center that loses all its cells moves to the mean of all.
 *
 * @param clusters how many, at least 1
 * @param seed of the start
 * @param threads how many threads compute; the result does not depend on it
 */
public record KMeans(int clusters, long seed, int threads) {

    private static final int ROUNDS = 300;

    public KMeans {
        if (clusters < 1 || threads < 1) {
            throw new IllegalArgumentException(
                "Clusters (%d) and threads (%d) must be positive.".formatted(clusters, threads));
        }
    }

    /**
     * O(cells · clusters · dimensions) time a round, O(cells · dimensions) memory.
     *
     * @param points cells × dimensions, finite
     * @return the cluster of each cell, by number
     * @throws IOException if the points cannot be read
     * @throws IllegalArgumentException if there are fewer cells than clusters
     */
    public Groups find(final DenseMatrix points, final Progress progress) throws IOException {
        final int cells = Math.toIntExact(points.rows());
        if (cells < clusters) {
            throw new IllegalArgumentException("%d clusters of %d cells.".formatted(clusters, cells));
        }
        final var distances = SquaredDistances.of(points, IntStream.range(0, cells).toArray(), false);
        try (var workers = new Workers("k-means", threads)) {
            final var search = new Search(distances, workers, progress);
            final var centers = search.start(clusters, new SplittableRandom(seed));
            int[] nearest = search.nearest(centers);
            for (int round = 0; round < ROUNDS; round++) {
                final int done = round;
                progress.update(1 - Math.pow(0.95, round), () -> "k-means, round " + done);
                search.move(centers, nearest);
                final int[] before = nearest;
                nearest = search.nearest(centers);
                if (Arrays.equals(before, nearest)) {
                    break;
                }
            }
            return new Groups(nearest, IntStream.range(0, clusters).mapToObj(Integer::toString).toList());
        }
    }

    /** The cells with the threads that look at them. */
    private record Search(SquaredDistances distances, Workers workers, Progress progress) {

        /** Each center is the best of some cells that are drawn the likelier, the farther they are from the others. */
        float[][] start(final int clusters, final SplittableRandom random) throws IOException {
            final int cells = distances.cells();
            final int tries = 2 + (int)Math.log(clusters);
            final var centers = new float[clusters][];
            centers[0] = distances.row(random.nextInt(cells));
            float[] nearest = squares(new float[][]{centers[0]}, null)[0];
            for (int c = 1; c < clusters; c++) {
                final var drawn = new float[tries][];
                for (int t = 0; t < tries; t++) {
                    drawn[t] = distances.row(draw(nearest, random));
                }
                final var squares = squares(drawn, nearest);
                int best = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int t = 0; t < tries; t++) {
                    final double sum = sum(squares[t]);
                    best = sum < least ? t : best;
                    least = Math.min(least, sum);
                }
                centers[c] = drawn[best];
                nearest = squares[best];
            }
            return centers;
        }

        private static double sum(final float[] squares) {
            double sum = 0;
            for (final var square : squares) {
                sum += square;
            }
            return sum;
        }

        private static int draw(final float[] weights, final SplittableRandom random) {
            final double at = random.nextDouble() * sum(weights);
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i];
                if (sum > at) {
                    return i;
                }
            }
            return random.nextInt(weights.length); // all cells are where centers are
        }

        /** @return from each of these rows to each cell, or what was less before */
        private float[][] squares(final float[][] rows, final float[] before) throws IOException {
            final var squares = new float[rows.length][distances.cells()];
            forEachPanel(panel -> distances.of(rows, panel, (first, width, found) -> {
                for (int r = 0; r < rows.length; r++) {
                    for (int j = 0; j < width; j++) {
                        squares[r][first + j] = before == null ? found[r][j] : Math.min(found[r][j], before[first + j]);
                    }
                }
            }));
            return squares;
        }

        /** @return the nearest center of each cell, the first of equal ones */
        int[] nearest(final float[][] centers) throws IOException {
            final var nearest = new int[distances.cells()];
            forEachPanel(panel -> {
                final var least = new float[SquaredDistances.WIDTH];
                Arrays.fill(least, Float.POSITIVE_INFINITY);
                for (int from = 0; from < centers.length; from += SquaredDistances.QUERIES) {
                    final int offset = from;
                    final var some =
                        Arrays.copyOfRange(centers, from, Math.min(centers.length, from + SquaredDistances.QUERIES));
                    workers.checkStopped();
                    distances.of(some, panel, (first, width, found) -> {
                        for (int c = 0; c < some.length; c++) {
                            for (int j = 0; j < width; j++) {
                                if (found[c][j] < least[j]) {
                                    least[j] = found[c][j];
                                    nearest[first + j] = offset + c;
                                }
                            }
                        }
                    });
                }
            });
            return nearest;
        }

        /** Each center to the mean of its cells, which are added up in their order. */
        void move(final float[][] centers, final int[] nearest) {
            final var sums = new double[centers.length][centers[0].length];
            final var mean = new double[centers[0].length];
            final var counts = new int[centers.length];
            for (int i = 0; i < nearest.length; i++) {
                final var row = distances.row(i);
                final var sum = sums[nearest[i]];
                counts[nearest[i]]++;
                for (int k = 0; k < row.length; k++) {
                    sum[k] += row[k];
                    mean[k] += row[k];
                }
            }
            for (int c = 0; c < centers.length; c++) {
                for (int k = 0; k < mean.length; k++) {
                    centers[c][k] = (float)(counts[c] == 0 ? mean[k] / nearest.length : sums[c][k] / counts[c]);
                }
            }
        }

        private interface Panel {

            void accept(int panel);
        }

        private void forEachPanel(final Panel work) throws IOException {
            final List<Future<Void>> tasks = new ArrayList<>();
            for (int p = 0; p < distances.panels(); p++) {
                final int panel = p;
                tasks.add(workers.submit(() -> {
                    work.accept(panel);
                    return null;
                }));
            }
            for (final var task : tasks) {
                Workers.await(task, progress);
            }
        }
    }
}
