package org.scelmo.core.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.parallel.Threads;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CellEmbedderTest {

    @Property(tries = 150)
    void equalsTheFormulaInFloat64(@ForAll @IntRange(max = 30) final int cells,
        @ForAll @IntRange(min = 1, max = 300) final int genes, @ForAll @IntRange(min = 1, max = 20) final int dimensions,
        @ForAll final Averaging averaging, @ForAll final long seed) throws IOException {
        final var x = RandomMatrices.sparse(cells, genes, 0.2, seed);
        final var vectors = withoutSome(RandomMatrices.dense(genes, dimensions, seed + 1));
        final var rows = new ArrayList<float[]>();
        embed(RowBlocks.of(x), vectors, dimensions, averaging, 1, rows);
        assertEquals(cells, rows.size());
        for (int i = 0; i < cells; i++) {
            final double divisor = averaging == Averaging.ARITHMETIC ? genes : x.rowSum(i);
            for (int j = 0; j < dimensions; j++) {
                double sum = 0;
                double magnitude = 0;
                for (int e = x.begin(i); e < x.end(i); e++) {
                    final var vector = vectors[x.indices()[e]];
                    if (vector != null) {
                        sum += x.values()[e] / divisor * vector[j];
                        magnitude += Math.abs(x.values()[e] / divisor * vector[j]);
                    }
                }
                // half an ulp for each weight and each sum
                assertEquals(sum, rows.get(i)[j], 0x1p-24 * (x.end(i) - x.begin(i) + 2) * magnitude);
            }
        }
    }

    @Property(tries = 30)
    void neitherThreadsNorBlocksChangeABit(@ForAll @IntRange(min = 1, max = 1500) final int cells,
        @ForAll @IntRange(min = 1, max = 5) final int threads, @ForAll @IntRange(min = 1, max = 700) final int blockRows,
        @ForAll final Averaging averaging, @ForAll final long seed) throws IOException {
        final var x = RandomMatrices.sparse(cells, 150, 0.1, seed);
        final var vectors = withoutSome(RandomMatrices.dense(150, 9, seed + 1));
        final var expected = new ArrayList<float[]>();
        final var report = embed(RowBlocks.of(x), vectors, 9, averaging, 1, expected);
        final var actual = new ArrayList<float[]>();
        final var again = embed(inBlocksOf(blockRows, RowBlocks.of(x)), vectors, 9, averaging, threads, actual);
        assertEquals(report, again);
        assertArrayEquals(expected.toArray(float[][]::new), actual.toArray(float[][]::new));
    }

    @Test
    void countsCellsThatGetTheZeroVector() throws IOException {
        final var x = CsrMatrix.fromDense(new float[][]{{0, 0, 0}, {0, 0, 5}, {1, 0, 1}});
        final var vectors = new float[][]{{4, 8}, {1, 1}, null};
        for (final var averaging : Averaging.values()) {
            final var rows = new ArrayList<float[]>();
            assertEquals(new EmbeddingReport(3, 1, 1), embed(RowBlocks.of(x), vectors, 2, averaging, 2, rows));
            assertArrayEquals(new float[2], rows.get(0));
            assertArrayEquals(new float[2], rows.get(1));
        }
    }

    @Test
    void genesWithoutVectorCountInBothDivisors() throws IOException {
        final var x = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 0, 3, 0}}));
        final var vectors = new float[][]{{8}, {1}, null, null};
        final var rows = new ArrayList<float[]>();
        embed(x, vectors, 1, Averaging.ARITHMETIC, 1, rows);
        embed(x, vectors, 1, Averaging.WEIGHTED, 1, rows);
        assertEquals(8f / 4, rows.get(0)[0]);
        assertEquals(1f / 4 * 8, rows.get(1)[0]);
    }

    @Test
    void weightedAverageRefusesSumsThatAreNotPositive() {
        final var negative = new float[600][];
        Arrays.fill(negative, new float[]{1, 1});
        negative[555] = new float[]{1, -3};
        final var e = assertThrows(RowSumException.class,
            () -> embed(rows(negative), new float[][]{{1}, {1}}, 1, Averaging.WEIGHTED, 2, new ArrayList<>()));
        assertEquals(555, e.row());
        assertTrue(e.getMessage().contains("row 555") && e.getMessage().contains("-2.0"), e.getMessage());
        assertTrue(e.resolutions().size() > 0);
        assertThrows(RowSumException.class, () -> embed(rows(new float[][]{{2, -2}}), new float[][]{{1}, {1}}, 1,
            Averaging.WEIGHTED, 1, new ArrayList<>()));
    }

    @Test
    void arithmeticAverageTakesNegativeValues() throws IOException {
        final var rows = new ArrayList<float[]>();
        embed(rows(new float[][]{{1, -3}}), new float[][]{{1}, {1}}, 1, Averaging.ARITHMETIC, 1, rows);
        assertEquals(-1, rows.get(0)[0]);
    }

    @Test
    void namesTheRowAndGeneOfAValueThatIsNotFinite() {
        for (final float bad : new float[]{Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            final var x = new float[700][3];
            x[650][2] = bad;
            final var e = assertThrows(NonFiniteValueException.class,
                () -> embed(rows(x), new float[3][1], 1, Averaging.ARITHMETIC, 2, new ArrayList<>()));
            assertEquals(650, e.row());
            assertEquals(2, e.column());
        }
        final var inVector = assertThrows(NonFiniteValueException.class,
            () -> new CellEmbedder(new float[][]{null, {0, Float.NaN}}, 2, Averaging.WEIGHTED, 1));
        assertEquals(1, inVector.row());
        assertEquals(1, inVector.column());
    }

    @Test
    void refusesVectorsThatDoNotFit() {
        assertThrows(IllegalArgumentException.class,
            () -> new CellEmbedder(new float[][]{{1, 2, 3}}, 2, Averaging.WEIGHTED, 1));
        assertThrows(IllegalArgumentException.class, () -> embed(rows(new float[][]{{1, 2}}), new float[][]{{1}}, 1,
            Averaging.WEIGHTED, 1, new ArrayList<>()));
    }

    @Test
    void cancelingEndsItWithNoThreadLeft() throws InterruptedException {
        final var calls = new AtomicInteger();
        final var progress = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                assertTrue(fraction > 0 && fraction <= 1 && !message.get().isEmpty());
            }

            @Override
            public void checkCanceled() {
                if (calls.incrementAndGet() > 4) {
                    throw new CanceledException();
                }
            }
        };
        final var x = RowBlocks.of(RandomMatrices.sparse(5000, 100, 0.1, 1));
        final var embedder = new CellEmbedder(RandomMatrices.dense(100, 64, 2), 64, Averaging.ARITHMETIC, 2);
        assertThrows(CanceledException.class, () -> embedder.embed(x, (rows, count) -> { }, progress));
        Threads.assertGone("scELMo cell embedding");
    }

    @Test
    void failureOfTheSinkComesThrough() {
        final var failure = new IOException("disk full");
        final var e = assertThrows(IOException.class,
            () -> new CellEmbedder(new float[1][1], 1, Averaging.ARITHMETIC, 1)
                .embed(rows(new float[][]{{1}}), (rows, count) -> {
                    throw failure;
                }, Progress.NONE));
        assertEquals(failure, e);
    }

    private static RowBlocks rows(final float[][] dense) {
        return RowBlocks.of(CsrMatrix.fromDense(dense));
    }

    private static EmbeddingReport embed(final RowBlocks x, final float[][] vectors, final int dimensions,
        final Averaging averaging, final int threads, final List<float[]> into) throws IOException {
        return new CellEmbedder(vectors, dimensions, averaging, threads).embed(x, (rows, count) -> {
            for (int i = 0; i < count; i++) {
                into.add(rows[i].clone());
            }
        }, Progress.NONE);
    }

    private static float[][] withoutSome(final float[][] vectors) {
        for (int g = 0; g < vectors.length; g += 7) {
            vectors[g] = null;
        }
        return vectors;
    }

    private static RowBlocks inBlocksOf(final int rows, final RowBlocks x) {
        return new RowBlocks() {
            @Override
            public long rows() {
                return x.rows();
            }

            @Override
            public int columns() {
                return x.columns();
            }

            @Override
            public long nnz() {
                return x.nnz();
            }

            @Override
            public Cursor open(final long firstRow) throws IOException {
                final var cursor = x.open(firstRow);
                return new Cursor() {
                    @Override
                    public CsrMatrix next(final int maxRows) throws IOException {
                        return cursor.next(Math.min(rows, maxRows));
                    }

                    @Override
                    public long position() {
                        return cursor.position();
                    }

                    @Override
                    public void close() throws IOException {
                        cursor.close();
                    }
                };
            }
        };
    }
}
