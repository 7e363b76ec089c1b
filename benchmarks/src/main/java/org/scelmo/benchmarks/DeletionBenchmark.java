package org.scelmo.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.insilico.CellWeights;
import org.scelmo.core.insilico.Comparison;
import org.scelmo.core.insilico.Conditions;
import org.scelmo.core.insilico.DeletedIn;
import org.scelmo.core.insilico.DeletionOptions;
import org.scelmo.core.insilico.InSilicoDeletion;

/**
 * Deletion of every gene, of all pairs of 200, of gene sets, and bootstraps, beside numpy and scipy doing the same in
 * closed form.
 */
public final class DeletionBenchmark {

    private static final int CELLS = 20_000;
    private static final int GENES = 20_000;
    private static final double DENSITY = 0.05;
    private static final int DIMENSIONS = 32;
    private static final int PAIRED = 200;
    private static final int BOOTSTRAPS = 1000;
    private static final int RUNS = 3;
    private static final int SETS = 10;
    private static final int SET_SIZE = 50;
    private static final int RANDOM_SETS = 1000;

    private DeletionBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final int threads = Runtime.getRuntime().availableProcessors();
        final var x = new SyntheticCells(CELLS, GENES, DENSITY);
        final var vectors = SyntheticCells.vectors(GENES, DIMENSIONS, 2);
        final var of = new int[CELLS];
        Arrays.setAll(of, i -> i / 256 % 2); // blocks repeat: groups must not
        final var conditions = new Conditions(of);
        for (final var weights : new CellWeights[]{CellWeights.SUM, CellWeights.WEIGHTED}) {
            final var plain = new DeletionOptions(weights, DeletedIn.BOTH, 0, 0.95, 0, 1, threads);
            final double means = Timing.median(RUNS,
                () -> InSilicoDeletion.of(x, conditions, vectors, DIMENSIONS, plain, Progress.NONE));
            final var deletion = InSilicoDeletion.of(x, conditions, vectors, DIMENSIONS, plain, Progress.NONE);
            final double singles = Timing.median(RUNS, () -> deletion.scores(deletion.genes(), Progress.NONE));
            final var pairs = InSilicoDeletion.pairs(Arrays.copyOf(deletion.genes(), PAIRED));
            final double paired = Timing.median(RUNS, () -> deletion.setScores(pairs, Progress.NONE));
            final var compared = InSilicoDeletion.of(x, conditions, vectors, DIMENSIONS,
                new DeletionOptions(weights, DeletedIn.BOTH, 0, 0.95, RANDOM_SETS, 1, threads), Progress.NONE);
            final var sets = new int[SETS][SET_SIZE];
            Arrays.setAll(sets, s -> IntStream.range(0, SET_SIZE).map(i -> i * SETS + s).toArray());
            final double inSets = Timing.once(() -> compared.geneSetScores(sets, Progress.NONE));
            System.out.printf("%s: %d sets of %d genes, each with %d random sets: %.2f s%n", weights, SETS, SET_SIZE,
                RANDOM_SETS, inSets);
            System.out.printf("%s: group means %.3f s, all single deletions %.3f s, %,d pairs %.3f s%n", weights, means,
                singles, pairs.length, paired);
        }
        final var drawn = InSilicoDeletion.of(x, conditions, vectors, DIMENSIONS,
            new DeletionOptions(CellWeights.SUM, DeletedIn.BOTH, BOOTSTRAPS, 0.95, 0, 1, threads), Progress.NONE);
        final double bootstraps = Timing.once(() -> drawn.scores(drawn.genes(), Progress.NONE));
        System.out.printf("%d bootstraps of all genes, with intervals: %.1f s%n", BOOTSTRAPS, bootstraps);
        final var above = InSilicoDeletion.of(x, conditions, vectors, DIMENSIONS, new DeletionOptions(CellWeights.SUM,
            DeletedIn.BOTH, BOOTSTRAPS, 0.95, RANDOM_SETS, Comparison.BOOTSTRAP, 1, threads), Progress.NONE);
        System.out.printf("the same, each gene also compared with the mean of genes expressed alike: %.1f s%n",
            Timing.once(() -> above.scores(above.genes(), Progress.NONE)));
        final int peerBootstraps = BOOTSTRAPS / 50;
        Peer.seconds("deletion.py", threads, CELLS, GENES, DENSITY, DIMENSIONS, peerBootstraps).ifPresent(s -> System.out
            .printf("  scipy and numpy, %d bootstraps in closed form: %.1f s%n", peerBootstraps, s));
    }
}
