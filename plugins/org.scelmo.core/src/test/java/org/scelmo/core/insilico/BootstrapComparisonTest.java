package org.scelmo.core.insilico;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BootstrapComparisonTest {

    private static final int BOOTSTRAPS = 300; // more than one batch

    private static DeletionOptions options(final CellWeights weights, final int bootstraps) {
        return new DeletionOptions(weights, DeletedIn.BOTH, bootstraps, 0.95, 1000, Comparison.BOOTSTRAP, 4, 2);
    }

    private static List<DeletionScore> scores(final SimulatedGroups.Sample sample, final DeletionOptions options)
        throws IOException {
        final var deletion = sample.deletion(options);
        return deletion.scores(deletion.genes(), Progress.NONE);
    }

    /** The other way: keep the scores of all bootstraps, then look at their differences gene by gene. */
    @Property(tries = 9)
    void pIsThatOfTheDifferenceOverItsSpreadInBootstraps(@ForAll final CellWeights weights) throws IOException {
        final var sample = new SimulatedGroups(2, 1).draw(30, 5);
        final var options = options(weights, BOOTSTRAPS);
        final var scores = scores(sample, options);
        final var genes = IntStream.range(0, SimulatedGroups.GENES).toArray();
        final var draws = new Bootstrap(sample.x(), sample.conditions(), weights, sample.vectors(),
            SimulatedGroups.DIMENSIONS, DeletedIn.BOTH, 4, 1)
                .scores(IntStream.of(genes).mapToObj(j -> new int[]{j}).toArray(int[][]::new), BOOTSTRAPS,
                    Progress.NONE);
        final var like = new MatchedGenes(genes, sample.deletion(options).means(), 1000, 4);
        for (final int j : genes) {
            final var others = like.of(j);
            final double difference = scores.get(j).score()
                - Arrays.stream(others).mapToDouble(i -> scores.get(i).score()).average().orElseThrow();
            final var drawn = IntStream.range(0, BOOTSTRAPS).mapToDouble(b -> draws[j][b]
                - Arrays.stream(others).mapToDouble(i -> draws[i][b]).average().orElseThrow()).toArray();
            final double mean = Arrays.stream(drawn).average().orElseThrow();
            final double variance =
                Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).sum() / (BOOTSTRAPS - 1);
            final double p = TDistribution.of(29).survivalProbability(difference / Math.sqrt(variance));
            assertEquals(1, scores.get(j).p() / p, 1e-6, () -> "gene " + j);
            assertEquals(others.length, scores.get(j).matched());
            assertEquals(scores.get(j).score() - difference, scores.get(j).matchedMean(), 1e-12);
        }
    }

    /** 200 data sets of one population. About half of the genes are below the mean of those expressed alike. */
    @Test
    void fewGenesThatAreNotAboveTheirLikesPassAndManyOfTheOthersDo() throws IOException {
        final var population = new SimulatedGroups(2, 1);
        final var truth = population.truth(options(CellWeights.SUM, 0));
        int found = 0;
        double falseShare = 0;
        for (int s = 0; s < 200; s++) {
            int passing = 0;
            int wrong = 0;
            for (final var score : scores(population.draw(200, s), options(CellWeights.SUM, 100))) {
                final var real = truth.get(score.gene());
                if (score.q() < 0.05) {
                    passing++;
                    wrong += real.score() <= real.matchedMean() ? 1 : 0;
                }
            }
            found += passing;
            falseShare += passing == 0 ? 0 : (double)wrong / passing;
        }
        assertTrue(falseShare / 200 < 0.05, "share of false discoveries " + falseShare / 200);
        assertTrue(found > 200 * 0.1 * SimulatedGroups.GENES, "genes found " + found / 200.0);
    }

    /** Both groups are drawn from the same cells: then no gene has a score but by chance. */
    @Test
    void ofEqualGroupsNoGenePasses() throws IOException {
        final var population = new SimulatedGroups(0, 1);
        int sets = 0;
        for (int s = 0; s < 100; s++) {
            final boolean passes = scores(population.draw(40, s), options(CellWeights.SUM, 100)).stream()
                .anyMatch(score -> score.q() < 0.05);
            sets += passes ? 1 : 0;
        }
        assertTrue(sets <= 10, "data sets with a gene that passes: " + sets); // 5 expected at most
    }

    @Test
    void withoutBootstrapsOrWithAGroupOfOneCellNoPIsKnown() throws IOException {
        final var population = new SimulatedGroups(2, 1);
        final var none = scores(population.draw(30, 5), options(CellWeights.SUM, 1));
        assertTrue(none.stream().allMatch(s -> Double.isNaN(s.p()) && Double.isNaN(s.q()) && s.matched() > 0));
        final var single = scores(population.draw(1, 5), options(CellWeights.SUM, 50));
        assertTrue(single.stream().allMatch(s -> Double.isNaN(s.p()) && Double.isNaN(s.low())));
        assertTrue(single.stream().noneMatch(s -> Double.isNaN(s.score())));
    }

    @Test
    void pIsNeverZero() {
        final var like = new MatchedGenes(new int[]{0, 1}, new GroupMeans(new double[2][2], new double[2][2],
            new double[2], new int[]{2, 2}), 10, 1);
        final var scores = new double[]{1, 0};
        final var comparison = new BootstrapComparison(new int[]{0, 1}, like, scores, 1000);
        comparison.add(new float[][]{{1f, 1.000001f}, {0, 0}}, 0, 2);
        final var compared = comparison.compared();
        assertEquals(Double.MIN_NORMAL, compared[0].p());
        assertEquals(1, compared[1].p());
    }
}
