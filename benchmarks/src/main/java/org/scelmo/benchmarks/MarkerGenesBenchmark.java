package org.scelmo.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.stats.ComparedGroups;
import org.scelmo.core.stats.MarkerGenes;
import org.scelmo.core.stats.MarkerTest;

/** Marker genes of ten groups against the rest, beside scanpy's algorithm in pandas and scipy. */
public final class MarkerGenesBenchmark {

    private static final int GENES = 20_000;
    private static final double DENSITY = 0.05;
    private static final int GROUPS = 10;
    private static final int CELLS = 10_000;
    private static final int MANY = 100_000;

    private MarkerGenesBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var x = RowBlocks.of(SyntheticCells.block(new Random(1), CELLS, GENES, DENSITY));
        for (final var test : MarkerTest.values()) {
            final double seconds = Timing.median(5, () -> MarkerGenes.find(x, groups(CELLS), test, Progress.NONE));
            System.out.printf("%s, %,d cells x %,d genes: %.2f s%n", test, CELLS, GENES, seconds);
            if (test == MarkerTest.WILCOXON) {
                Peer.seconds("wilcoxon.py", 2, CELLS, GENES, DENSITY, GROUPS, 1)
                    .ifPresent(s -> System.out.printf("  pandas and scipy: %.2f s, %.1f times as long%n", s, s / seconds));
            }
        }
        final var many = new SyntheticCells(MANY, GENES, DENSITY);
        System.out.printf("%s, %,d cells x %,d genes: %.2f s%n", MarkerTest.WILCOXON, MANY, GENES,
            Timing.once(() -> MarkerGenes.find(many, groups(MANY), MarkerTest.WILCOXON, Progress.NONE)));
    }

    private static ComparedGroups groups(final int cells) {
        final var random = new Random(2);
        final var of = new int[cells];
        Arrays.setAll(of, i -> random.nextInt(GROUPS));
        final List<String> names = IntStream.range(0, GROUPS).mapToObj(g -> "group " + g).toList();
        return new ComparedGroups(new Groups(of, names), IntStream.range(0, GROUPS).toArray(), ComparedGroups.REST);
    }
}
