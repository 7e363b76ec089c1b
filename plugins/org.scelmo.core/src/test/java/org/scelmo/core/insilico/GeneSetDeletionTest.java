package org.scelmo.core.insilico;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GeneSetDeletionTest {

    private static final int GENES = 40;
    private static final int DIMENSIONS = 5;
    private static final int DRAWS = 30;

    /** Cells of two groups; the disease cells express genes 0 to 4 more. */
    private static float[][] cells(final int seed) {
        final var random = new Random(seed);
        final var x = new float[60][GENES];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < GENES; j++) {
                x[i][j] = random.nextInt(3) == 0 || i % 2 == 1 && j < 5 ? 1 + random.nextInt(8) / 8f : 0;
            }
        }
        return x;
    }

    private static float[][] vectors() {
        final var random = new Random(3);
        final var vectors = new float[GENES][DIMENSIONS];
        for (final var vector : vectors) {
            for (int k = 0; k < DIMENSIONS; k++) {
                vector[k] = (float)random.nextGaussian();
            }
        }
        return vectors;
    }

    private static InSilicoDeletion deletion(final int seed, final CellWeights weights, final int threads)
        throws IOException {
        return deletion(seed, weights, threads, 0);
    }

    private static InSilicoDeletion deletion(final int seed, final CellWeights weights, final int threads,
        final int bootstraps) throws IOException {
        final var of = IntStream.range(0, 60).map(i -> i % 2).toArray();
        return InSilicoDeletion.of(RowBlocks.of(CsrMatrix.fromDense(cells(seed))), new Conditions(of), vectors(),
            DIMENSIONS, new DeletionOptions(weights, DeletedIn.BOTH, bootstraps, 0.95, DRAWS, 7, threads), Progress.NONE);
    }

    @Property(tries = 20)
    void scoresAreThoseOfDeletingTheGenes(@ForAll final CellWeights weights,
        @ForAll @IntRange(max = 1000) final int seed) throws IOException {
        final var deletion = deletion(seed, weights, 2);
        final int[][] sets = {{0, 1, 2, 3, 4}, {7}, {30, 11}};
        final var scores = deletion.geneSetScores(sets, Progress.NONE);
        for (int s = 0; s < sets.length; s++) {
            final double after = BruteForce.cosine(cells(seed), IntStream.range(0, 60).map(i -> i % 2).toArray(),
                vectors(), DIMENSIONS, weights, DeletedIn.BOTH, sets[s]);
            assertEquals(after, scores.get(s).after(), 1e-9);
            assertEquals(after - deletion.before(), scores.get(s).score(), 1e-9);
        }
    }

    @Property(tries = 10)
    void pComparesWithRandomSets(@ForAll final CellWeights weights) throws IOException {
        final var deletion = deletion(1, weights, 2);
        final int[] set = {0, 1, 2, 3, 4};
        final var score = deletion.geneSetScores(new int[][]{set, {20, 21}}, Progress.NONE).get(0);
        final var like = new MatchedGenes(deletion.genes(), deletion.means(), DRAWS, 7).like(set);
        final var random = IntStream.range(0, DRAWS).mapToObj(d -> like.next()).toArray(int[][]::new);
        final var scores = deletion.setScores(random, Progress.NONE);
        assertEquals(DRAWS, score.matched());
        assertEquals(Arrays.stream(scores).average().orElseThrow(), score.matchedMean(), 1e-9);
        final long atLeast = Arrays.stream(scores).filter(s -> s >= score.score()).count();
        assertEquals((1.0 + atLeast) / (1 + DRAWS), score.p(), 1e-12);
        assertTrue(score.q() >= score.p());
    }

    @Property(tries = 5)
    void resultsDoNotDependOnTheNumberOfThreadsNorOnOtherSets(@ForAll final CellWeights weights) throws IOException {
        final int[][] sets = {{0, 1, 2}, {5, 6, 7, 8}};
        final var one = deletion(2, weights, 1, 40).geneSetScores(sets, Progress.NONE);
        assertEquals(one, deletion(2, weights, 3, 40).geneSetScores(sets, Progress.NONE));
        final var alone = deletion(2, weights, 2, 40).geneSetScores(new int[][]{sets[1]}, Progress.NONE).get(0);
        assertEquals(one.get(1).p(), alone.p());
        assertEquals(one.get(1).score(), alone.score());
        assertEquals(one.get(1).low(), alone.low());
        assertEquals(one.get(1).high(), alone.high());
    }

    @Property(tries = 10)
    void aSetOfOneGeneHasTheIntervalOfTheGene(@ForAll final CellWeights weights,
        @ForAll @IntRange(max = 1000) final int seed) throws IOException {
        final var deletion = deletion(seed, weights, 2, 60);
        final var set = deletion.geneSetScores(new int[][]{{3}, {4, 9}}, Progress.NONE).get(0);
        final var gene = deletion.scores(new int[]{3}, Progress.NONE).get(0);
        assertEquals(gene.low(), set.low(), 1e-9);
        assertEquals(gene.high(), set.high(), 1e-9);
    }

    /** The other way to an interval: draw cells, delete from the drawn ones, embed them all again. */
    @Property(tries = 6)
    void intervalsAreThoseOfEmbeddingDrawnCellsAgain(@ForAll final CellWeights weights) throws IOException {
        final int[] set = {0, 1, 2, 3, 4};
        final var score = deletion(3, weights, 2, 1000).geneSetScores(new int[][]{set}, Progress.NONE).get(0);
        final var x = cells(3);
        final var group = IntStream.range(0, 60).map(i -> i % 2).toArray();
        final var random = new Random(17);
        final var drawn = new double[1000];
        for (int b = 0; b < drawn.length; b++) {
            final var times = new double[60];
            for (int i = 0; i < 60; i++) {
                times[2 * random.nextInt(30) + i % 2]++;
            }
            drawn[b] = BruteForce.cosine(x, group, vectors(), DIMENSIONS, weights, DeletedIn.BOTH, times, set)
                - BruteForce.cosine(x, group, vectors(), DIMENSIONS, weights, DeletedIn.BOTH, times);
        }
        Arrays.sort(drawn);
        final double width = drawn[974] - drawn[25];
        assertEquals(drawn[25], score.low(), 0.15 * width); // two independent bootstraps of 1000
        assertEquals(drawn[974], score.high(), 0.15 * width);
    }

    @Test
    void withoutBootstrapsThereIsNoInterval() throws IOException {
        final var score =
            deletion(1, CellWeights.SUM, 2).geneSetScores(new int[][]{{1, 2}}, Progress.NONE).get(0);
        assertTrue(Double.isNaN(score.low()) && Double.isNaN(score.high()), score.toString());
    }

    @Test
    void randomSetsHaveTheSizeAndTheBinsOfTheSetButOtherGenes() {
        final int[][] bins = {IntStream.range(0, 10).toArray(), IntStream.range(10, 40).toArray()};
        final var binOf = IntStream.range(0, 40).map(j -> j < 10 ? 0 : 1).toArray();
        final int[] set = {0, 1, 20};
        final var random = new RandomSets(set, binOf, bins, 1);
        final var drawn = new int[40];
        for (int d = 0; d < 4000; d++) {
            final var next = random.next();
            assertEquals(3, IntStream.of(next).distinct().count());
            assertEquals(2, IntStream.of(next).filter(j -> j < 10).count());
            IntStream.of(next).forEach(j -> drawn[j]++);
        }
        IntStream.of(set).forEach(j -> assertEquals(0, drawn[j]));
        assertEquals(1000, drawn[5], 6 * Math.sqrt(4000 * 0.25 * 0.75));
        assertEquals(4000.0 / 29, drawn[30], 6 * Math.sqrt(4000.0 / 29));
    }

    @Test
    void aBinWithoutEnoughOthersGivesItsOwnGenesAgain() {
        final var random = new RandomSets(new int[]{0, 1, 2}, new int[4], new int[][]{{0, 1, 2, 3}}, 1);
        boolean own = false;
        for (int d = 0; d < 20; d++) {
            final var next = Arrays.stream(random.next()).sorted().toArray();
            assertEquals(3, IntStream.of(next).distinct().count());
            own |= Arrays.equals(new int[]{0, 1, 2}, next);
        }
        assertTrue(own);
    }

    @Test
    void noSetsHaveNoScores() throws IOException {
        assertTrue(deletion(1, CellWeights.WEIGHTED, 2).geneSetScores(new int[0][], Progress.NONE).isEmpty());
    }

    @Test
    void theSameSetGivesTheSameRandomSets() {
        final int[][] bins = {IntStream.range(0, 40).toArray()};
        final var a = new RandomSets(new int[]{3, 4}, new int[40], bins, 1);
        final var b = new RandomSets(new int[]{3, 4}, new int[40], bins, 1);
        assertArrayEquals(a.next(), b.next());
        assertFalse(Arrays.equals(a.next(), a.next()) && Arrays.equals(a.next(), a.next()));
    }
}
