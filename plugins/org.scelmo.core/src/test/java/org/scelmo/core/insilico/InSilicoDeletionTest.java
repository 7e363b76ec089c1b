package org.scelmo.core.insilico;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.embedding.RowSumException;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InSilicoDeletionTest {

    /** Every seventh cell is in no group, the second has one gene only, the third none; none has the second gene. */
    private record Data(float[][] x, int[] group, float[][] vectors, int dimensions) {

        static Data random(final int cells, final int genes, final int dimensions, final long seed) {
            final var random = new Random(seed);
            final var x = new float[cells][genes];
            final var vectors = new float[genes][dimensions];
            final var group = new int[cells];
            for (int i = 0; i < cells; i++) {
                group[i] = i % 7 == 6 ? -1 : i % 2;
                for (int j = 0; j < genes; j++) {
                    x[i][j] = random.nextInt(3) == 0 || j == i % genes ? random.nextInt(1, 40) / 8f : 0;
                }
            }
            Arrays.fill(x[1], 0);
            x[1][genes - 1] = 1.5f;
            Arrays.fill(x[2], 0);
            for (final var cell : x) {
                cell[1] = 0;
            }
            for (int j = 0; j < genes; j++) {
                for (int k = 0; k < dimensions; k++) {
                    vectors[j][k] = (float)random.nextGaussian() + 0.5f;
                }
            }
            vectors[genes / 2] = null;
            return new Data(x, group, vectors, dimensions);
        }

        InSilicoDeletion with(final DeletionOptions options) throws IOException {
            return InSilicoDeletion.of(RowBlocks.of(CsrMatrix.fromDense(x)), new Conditions(group), vectors, dimensions,
                options, Progress.NONE);
        }

        double bruteForce(final DeletionOptions options, final int... deleted) {
            return BruteForce.cosine(x, group, vectors, dimensions, options.weights(), options.where(), deleted);
        }
    }

    private static DeletionOptions options(final CellWeights weights, final DeletedIn where) {
        return new DeletionOptions(weights, where, 0, 0.95, 0, 1, 2);
    }

    @Property(tries = 100)
    void equalsDeletingAndEmbeddingAllCellsAgain(@ForAll @IntRange(min = 4, max = 40) final int cells,
        @ForAll @IntRange(min = 4, max = 12) final int genes, @ForAll @IntRange(min = 2, max = 6) final int dimensions,
        @ForAll final CellWeights weights, @ForAll final DeletedIn where, @ForAll final long seed) throws IOException {
        final var data = Data.random(cells, genes, dimensions, seed);
        final var options = options(weights, where);
        final var deletion = data.with(options);
        final double before = data.bruteForce(options);
        assertEquals(before, deletion.before(), 1e-12);
        for (final var score : deletion.scores(deletion.genes(), Progress.NONE)) {
            final double after = data.bruteForce(options, score.gene());
            assertEquals(after, score.after(), 1e-9, () -> "gene " + score.gene());
            assertEquals(after - before, score.score(), 1e-9);
        }
        final var pairs = InSilicoDeletion.pairs(deletion.genes());
        final var pairScores = deletion.setScores(pairs, Progress.NONE);
        for (int p = 0; p < pairs.length; p++) {
            assertEquals(data.bruteForce(options, pairs[p]) - before, pairScores[p], 1e-9);
        }
        final int[] set = {0, genes - 1, 1};
        assertEquals(data.bruteForce(options, set) - before,
            deletion.setScores(new int[][]{set}, Progress.NONE)[0], 1e-9);
    }

    /** As cell types are: the cells of other types must not count at all. */
    @Property(tries = 30)
    void someCellsOnTheirOwnAreAsIfThereWereNoOthers(@ForAll final CellWeights weights, @ForAll final DeletedIn where,
        @ForAll final long seed) throws IOException {
        final var all = Data.random(60, 8, 3, seed);
        final var types = IntStream.range(0, 60).map(i -> i / 2 % 3).toArray();
        final var rows = IntStream.range(0, 60).filter(i -> types[i] == 1).toArray();
        final var some = new Data(IntStream.of(rows).mapToObj(i -> all.x[i]).toArray(float[][]::new),
            IntStream.of(rows).map(i -> all.group[i]).toArray(), all.vectors, all.dimensions);
        final var options = new DeletionOptions(weights, where, 30, 0.95, 10, 1, 2);
        final var within = InSilicoDeletion.of(RowBlocks.of(CsrMatrix.fromDense(all.x)),
            new Conditions(all.group).within(types, 1), all.vectors, all.dimensions, options, Progress.NONE);
        final var alone = some.with(options);
        assertEquals(alone.scores(alone.genes(), Progress.NONE), within.scores(within.genes(), Progress.NONE));
        final int[][] pairs = {{0, 3}, {2, 7}};
        assertArrayEquals(alone.setScores(pairs, Progress.NONE), within.setScores(pairs, Progress.NONE), 1e-12);
    }

    /** The vectors are stored as float32, the reference was computed in float64. */
    @Test
    void equalsTheReferenceOfTheAuthorsCode() throws IOException {
        final var golden = GoldenData.json("scelmo/golden.json");
        final var x = matrix(golden.at("/adaptor_input/X"));
        final var factors = factors(matrix(golden.at("/adaptor_input/E")), golden.at("/adam_full_batch_5_steps/final"));
        final var y = matrix(golden.at("/adaptor_input/y"));
        final var group = IntStream.range(0, x.length).map(i -> y[i][0] == 2 ? -1 : (int)y[i][0]).toArray();
        final var data = new Data(x, group, factors, factors[0].length);
        check(golden.at("/in_silico/score_both_groups_deleted"), data, DeletedIn.BOTH);
        check(golden.at("/in_silico/score_disease_only_deleted"), data, DeletedIn.DISEASE);
        assertEquals(golden.at("/in_silico/cs_old").doubleValue(),
            data.with(options(CellWeights.SUM, DeletedIn.BOTH)).before(), 1e-7);
    }

    private static void check(final JsonNode expected, final Data data, final DeletedIn where) throws IOException {
        final var deletion = data.with(options(CellWeights.SUM, where));
        for (final var score : deletion.scores(deletion.genes(), Progress.NONE)) {
            assertEquals(expected.get(score.gene()).doubleValue(), score.score(), 1e-7);
            assertEquals(expected.get(score.gene()).doubleValue() > 1e-4, score.isCandidate());
        }
    }

    /** The trained tower of genes: two layers, the first with ReLU. */
    private static float[][] factors(final float[][] genes, final JsonNode weights) {
        final var hidden = layer(genes, matrix(weights.get("W1")), matrix(weights.get("b1")));
        for (final var row : hidden) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.max(0, row[k]);
            }
        }
        return layer(hidden, matrix(weights.get("W2")), matrix(weights.get("b2")));
    }

    private static float[][] layer(final float[][] in, final float[][] weights, final float[][] bias) {
        final var out = new float[in.length][weights.length];
        for (int i = 0; i < in.length; i++) {
            for (int k = 0; k < weights.length; k++) {
                double sum = bias[k][0];
                for (int j = 0; j < in[i].length; j++) {
                    sum += (double)weights[k][j] * in[i][j];
                }
                out[i][k] = (float)sum;
            }
        }
        return out;
    }

    private static float[][] matrix(final JsonNode rows) {
        final var matrix = new float[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            final var row = rows.get(i);
            matrix[i] = new float[Math.max(1, row.size())];
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] = (float)(row.isArray() ? row.get(j) : row).doubleValue();
            }
        }
        return matrix;
    }

    @Property(tries = 20)
    void bootstrapsEqualWeighingTheCells(@ForAll @IntRange(min = 20, max = 700) final int cells,
        @ForAll final DeletedIn where, @ForAll final long seed) throws IOException {
        final var data = Data.random(cells, 8, 3, seed);
        final int[][] sets = {{0}, {3}, {7, 2, 5}, {1, 6}};
        final var scores = new Bootstrap(RowBlocks.of(CsrMatrix.fromDense(data.x)), new Conditions(data.group),
            CellWeights.ARITHMETIC, data.vectors, 3, where, 5, 2).scores(sets, 300, Progress.NONE);
        for (final int b : new int[]{0, 255, 256, 299}) {
            final var times = times(data, b);
            final double before = BruteForce.cosine(data.x, data.group, data.vectors, 3, CellWeights.ARITHMETIC, where,
                times);
            for (int i = 0; i < sets.length; i++) {
                final double after = BruteForce.cosine(data.x, data.group, data.vectors, 3, CellWeights.ARITHMETIC,
                    where, times, sets[i]);
                final double shortest = BruteForce.shortest(data.x, data.group, data.vectors, 3,
                    CellWeights.ARITHMETIC, where, times, sets[i]);
                assertEquals(after - before, scores[i][b], 1e-6 / (shortest * shortest)); // float32
            }
        }
    }

    /** Adapted cells of both groups may be all but parallel: float32 must not drown what bootstraps differ by. */
    @Test
    void bootstrapsAreExactEnoughForGroupsThatHardlyDiffer() throws IOException {
        final var data = Data.random(500, 40, 8, 3);
        for (int j = 0; j < data.vectors.length; j++) {
            for (int k = 0; k < data.dimensions && data.vectors[j] != null; k++) {
                data.vectors[j][k] += 20;
            }
        }
        final double before =
            BruteForce.cosine(data.x, data.group, data.vectors, 8, CellWeights.SUM, DeletedIn.BOTH);
        assertTrue(before > 0.99999 && before < 1, "cosine " + before);
        final int[][] sets = {{0}, {3}, {7, 2, 5}};
        final var scores = new Bootstrap(RowBlocks.of(CsrMatrix.fromDense(data.x)), new Conditions(data.group),
            CellWeights.SUM, data.vectors, 8, DeletedIn.BOTH, 5, 2).scores(sets, 40, Progress.NONE);
        for (int i = 0; i < sets.length; i++) {
            double error = 0;
            double spread = 0;
            for (int b = 0; b < 40; b++) {
                final var times = times(data, b);
                final double exact = BruteForce.cosine(data.x, data.group, data.vectors, 8, CellWeights.SUM,
                    DeletedIn.BOTH, times, sets[i])
                    - BruteForce.cosine(data.x, data.group, data.vectors, 8, CellWeights.SUM, DeletedIn.BOTH, times);
                error = Math.max(error, Math.abs(exact - scores[i][b]));
                spread = Math.max(spread, Math.abs(exact - scores[i][0]));
            }
            assertTrue(error < 0.02 * spread, "error " + error + " where bootstraps differ by " + spread);
        }
    }

    private static double[] times(final Data data, final int bootstrap) {
        final var conditions = new Conditions(data.group);
        final var times = new double[data.x.length];
        for (int g = 0; g < 2; g++) {
            int left = conditions.count(g);
            final var draws = new MultinomialWeights(left, bootstrap, 1, 5, g);
            final var drawn = new float[1];
            for (int i = 0; i < times.length; i++) {
                if (data.group[i] == g) {
                    draws.next(left--, 0, 1, drawn);
                    times[i] = drawn[0];
                }
            }
        }
        return times;
    }

    @Property(tries = 20)
    void resultsDoNotDependOnTheNumberOfThreads(@ForAll final CellWeights weights,
        @ForAll @IntRange(min = 2, max = 5) final int threads, @ForAll final long seed) throws IOException {
        final var data = Data.random(600, 30, 5, seed);
        final var one = data.with(new DeletionOptions(weights, DeletedIn.BOTH, 40, 0.9, 10, 3, 1));
        final var many = data.with(new DeletionOptions(weights, DeletedIn.BOTH, 40, 0.9, 10, 3, threads));
        assertEquals(one.scores(one.genes(), Progress.NONE), many.scores(many.genes(), Progress.NONE));
    }

    @Test
    void intervalsContainTheScoreOfAStableGeneAndTellItsQuality() throws IOException {
        final var data = Data.random(400, 20, 4, 11);
        for (final var weights : CellWeights.values()) {
            final var deletion = data.with(new DeletionOptions(weights, DeletedIn.BOTH, 200, 0.95, 5, 3, 2));
            for (final var score : deletion.scores(new int[]{0, 4}, Progress.NONE)) {
                assertTrue(score.low() <= score.score() && score.score() <= score.high(), score.toString());
                assertEquals(5, score.matched());
                assertEquals(0, score.p() * 6 % 1, 1e-9);
                assertTrue(score.p() <= score.q() && score.q() <= 1, score.toString());
            }
        }
    }

    @Test
    void deletingAllThatAGroupExpressesIsNotANumber() throws IOException {
        final var data = new Data(new float[][]{{1, 0}, {1, 2}}, new int[]{0, 1}, new float[][]{{1, 2}, {2, 1}}, 2);
        for (final var weights : CellWeights.values()) {
            final var deletion = data.with(new DeletionOptions(weights, DeletedIn.BOTH, 0, 0.95, 5, 1, 1));
            assertTrue(Double.isNaN(deletion.scores(new int[]{0}, Progress.NONE).get(0).score()));
        }
    }

    @Test
    void badInputIsRefused() {
        final var column = new CategoricalColumn(new int[]{0, 1, -1}, List.of("healthy", "sick"), false);
        assertThrows(EmptyGroupException.class, () -> Conditions.of(column, "sick", "sick"));
        final var absent = assertThrows(EmptyGroupException.class, () -> Conditions.of(column, "healthy", "ill"));
        assertTrue(absent.getMessage().contains("'ill'"), absent.getMessage());
        assertEquals("[Choose one of: healthy, sick.]", absent.resolutions().toString());
        assertArrayEquals(new int[]{0, 1, -1}, Conditions.of(column, "healthy", "sick").of());

        final var zero = new Data(new float[][]{{1, 0}, {1, 2}}, new int[]{0, 1}, new float[2][2], 2);
        assertThrows(NoDirectionException.class, () -> zero.with(options(CellWeights.SUM, DeletedIn.BOTH)));
        final var nan = new Data(new float[][]{{1, Float.NaN}, {1, 2}}, new int[]{0, 1}, new float[2][2], 2);
        assertThrows(NonFiniteValueException.class, () -> nan.with(options(CellWeights.SUM, DeletedIn.BOTH)));
        final var negative = new Data(new float[][]{{1, -3}, {1, 2}}, new int[]{0, 1}, new float[2][2], 2);
        assertThrows(RowSumException.class, () -> negative.with(options(CellWeights.WEIGHTED, DeletedIn.BOTH)));
    }
}
