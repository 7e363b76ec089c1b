package org.scelmo.core.neighbors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.parallel.Threads;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExactKnnTest {

    @Property(tries = 200)
    void equalsBruteForceInFloat64(@ForAll @IntRange(max = 150) final int queries,
        @ForAll @IntRange(min = 1, max = 700) final int references, @ForAll @IntRange(min = 1, max = 140) final int columns,
        @ForAll @IntRange(min = 1, max = 30) final int k, @ForAll final Metric metric,
        @ForAll @IntRange(min = 1, max = 3) final int threads, @ForAll final long seed) throws IOException {
        check(RandomMatrices.dense(queries, columns, seed), RandomMatrices.dense(references, columns, seed + 1),
            Math.min(k, references), metric, false, threads);
    }

    /** Few different values and zero rows: ties everywhere, which only the order of indices decides. */
    @Property(tries = 100)
    void tiesGoToTheLowerIndex(@ForAll @IntRange(min = 1, max = 60) final int queries,
        @ForAll @IntRange(min = 1, max = 600) final int references, @ForAll @IntRange(min = 1, max = 4) final int columns,
        @ForAll final Metric metric, @ForAll final long seed) throws IOException {
        check(digits(queries, columns, seed), digits(references, columns, seed + 1), Math.min(7, references), metric,
            false, 2);
    }

    /** Rows that differ in the sixth digit only, as cell embeddings may: float32 scores alone would mix them up. */
    @Property(tries = 50)
    void tellsAlmostEqualRowsApart(@ForAll @IntRange(min = 20, max = 700) final int references,
        @ForAll final Metric metric, @ForAll final long seed) throws IOException {
        final var rows = RandomMatrices.dense(references, 96, seed);
        final var common = RandomMatrices.dense(1, 96, seed + 1)[0];
        for (final var row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = 100 * common[j] + 1e-3f * row[j];
            }
        }
        check(rows, rows, 10, metric, true, 2);
    }

    /** Lengths from 1e-30 to 1e30: squares overflow float32. */
    @Property(tries = 50)
    void standsAnyMagnitude(@ForAll @IntRange(min = 20, max = 600) final int references, @ForAll final Metric metric,
        @ForAll final long seed) throws IOException {
        final var random = new Random(seed);
        final var rows = RandomMatrices.dense(references, 33, seed);
        for (final var row : rows) {
            scaled(new float[][]{row}, random.nextInt(61) - 30);
        }
        check(rows, RandomMatrices.dense(references, 33, seed + 1), 5, metric, false, 1);
        check(RandomMatrices.dense(50, 33, seed + 2), rows, 5, metric, false, 1);
    }

    /** All queries of one magnitude, all references of another: products overflow or underflow float32. */
    @Property(tries = 200)
    void standsMagnitudesThatDiffer(@ForAll @IntRange(min = -40, max = 37) final int queryExponent,
        @ForAll @IntRange(min = -40, max = 37) final int referenceExponent, @ForAll final Metric metric,
        @ForAll final long seed) throws IOException {
        check(scaled(RandomMatrices.dense(30, 33, seed), queryExponent),
            scaled(RandomMatrices.dense(200, 33, seed + 1), referenceExponent), 5, metric, false, 1);
    }

    /** Squares that float32 still holds, but with few digits. */
    @Property(tries = 50)
    void standsSmallMagnitudes(@ForAll @IntRange(min = -24, max = -18) final int exponent, @ForAll final Metric metric,
        @ForAll final long seed) throws IOException {
        check(scaled(RandomMatrices.dense(30, 33, seed), exponent),
            scaled(RandomMatrices.dense(200, 33, seed + 1), exponent), 5, metric, false, 1);
    }

    private static float[][] scaled(final float[][] rows, final int exponent) {
        for (final var row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float)(row[j] * Math.pow(10, exponent));
            }
        }
        return rows;
    }

    @Test
    void leavesTheRowItselfOutEvenAmongDuplicates() throws IOException {
        final var rows = new float[][]{{1, 0}, {1, 0}, {1, 0}, {0, 1}};
        final var found = search(rows, rows, new ExactKnn(Metric.EUCLIDEAN, 2, true, 1));
        assertArrayEquals(new int[][]{{1, 2}, {0, 2}, {0, 1}, {0, 1}}, found.indices());
    }

    @Test
    void aZeroRowHasCosineDistanceOneToAll() throws IOException {
        final var reference = new float[][]{{-1, 0}, {0, 0}, {1, 0}};
        final var found = search(new float[][]{{0, 0}, {2, 0}}, reference, new ExactKnn(Metric.COSINE, 3, false, 1));
        assertArrayEquals(new int[][]{{0, 1, 2}, {2, 1, 0}}, found.indices());
        assertArrayEquals(new double[][]{{1, 1, 1}, {0, 1, 2}}, found.distances());
    }

    @Test
    void refusesAReferenceThatIsEmptyTooSmallOrOfOtherDimensions() {
        final var query = new float[][]{{1, 2}};
        final var empty = assertThrows(NeighborSearchException.class,
            () -> search(query, new float[0][2], new ExactKnn(Metric.COSINE, 1, false, 1)));
        assertTrue(empty.getMessage().contains("no cells"), empty.getMessage());
        final var small = assertThrows(NeighborSearchException.class,
            () -> search(query, new float[3][2], new ExactKnn(Metric.COSINE, 4, false, 1)));
        assertTrue(small.getMessage().contains("only 3") && small.resolutions().get(0).contains("at most 3"));
        final var self = assertThrows(NeighborSearchException.class,
            () -> search(new float[3][2], new float[3][2], new ExactKnn(Metric.COSINE, 3, true, 1)));
        assertTrue(self.getMessage().contains("only 2 besides the cell itself"), self.getMessage());
        final var other = assertThrows(NeighborSearchException.class, () -> new ExactKnn(Metric.COSINE, 1, false, 1)
            .search(DenseMatrix.of(query, 2), DenseMatrix.of(new float[3][5], 5), Progress.NONE));
        assertTrue(other.getMessage().contains("2 dimensions") && other.getMessage().contains("5"));
    }

    @Test
    void namesWhereAValueIsNotFinite() {
        final var bad = RandomMatrices.dense(300, 3, 1);
        bad[280][1] = Float.NaN;
        final var good = RandomMatrices.dense(300, 3, 2);
        final var knn = new ExactKnn(Metric.EUCLIDEAN, 2, false, 2);
        final var inQuery = assertThrows(NonFiniteValueException.class, () -> search(bad, good, knn));
        assertTrue(inQuery.getMessage().startsWith("The query") && inQuery.row() == 280 && inQuery.column() == 1);
        bad[280][1] = Float.NEGATIVE_INFINITY;
        final var inReference = assertThrows(NonFiniteValueException.class, () -> search(good, bad, knn));
        assertTrue(inReference.getMessage().startsWith("The reference") && inReference.row() == 280);
    }

    @Test
    void cancelingEndsItWithNoThreadLeft() throws InterruptedException {
        final var calls = new AtomicInteger();
        final var progress = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                assertTrue(fraction >= 0 && fraction <= 1);
            }

            @Override
            public void checkCanceled() {
                if (calls.incrementAndGet() > 30) {
                    throw new CanceledException();
                }
            }
        };
        final var rows = DenseMatrix.of(RandomMatrices.dense(6000, 200, 1), 200);
        assertThrows(CanceledException.class,
            () -> new ExactKnn(Metric.COSINE, 5, true, 2).search(rows, rows, progress));
        Threads.assertGone("scELMo neighbor search");
    }

    private static Neighbors search(final float[][] queries, final float[][] references, final ExactKnn knn)
        throws IOException {
        final int columns = references.length > 0 ? references[0].length : queries[0].length;
        return knn.search(DenseMatrix.of(queries, columns), DenseMatrix.of(references, columns), Progress.NONE);
    }

    private static void check(final float[][] queries, final float[][] references, final int k, final Metric metric,
        final boolean excludeSelf, final int threads) throws IOException {
        final var found = search(queries, references, new ExactKnn(metric, k, excludeSelf, threads));
        assertEquals(queries.length, found.queries());
        for (int q = 0; q < queries.length; q++) {
            final var query = queries[q];
            final int self = excludeSelf ? q : -1;
            final var distances = new double[references.length];
            for (int r = 0; r < references.length; r++) {
                distances[r] = metric.distance(query, references[r], query.length);
            }
            final var expected = IntStream.range(0, references.length).filter(r -> r != self).boxed()
                .sorted(Comparator.comparingDouble((Integer r) -> distances[r]).thenComparing(r -> r)).limit(k)
                .mapToInt(Integer::intValue).toArray();
            assertArrayEquals(expected, found.indices()[q], "query " + q);
            assertArrayEquals(IntStream.of(expected).mapToDouble(r -> distances[r]).toArray(), found.distances()[q]);
        }
    }

    private static float[][] digits(final int rows, final int columns, final long seed) {
        final var random = new Random(seed);
        final var matrix = new float[rows][columns];
        for (final var row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(3) - 1;
            }
        }
        return matrix;
    }
}
