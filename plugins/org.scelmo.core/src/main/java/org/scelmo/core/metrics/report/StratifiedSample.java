package org.scelmo.core.metrics.report;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.matrix.SelectedRows;

/** Some of the cells, with the same share of each label in each batch, at least one of each. */
final class StratifiedSample {

    private StratifiedSample() {
    }

    /**
     * @param size how many cells, about
     * @return zero-based positions, ascending; all cells if there are no more
     */
    static int[] of(final ScoredCells cells, final int size, final long seed) {
        if (size >= cells.count()) {
            return IntStream.range(0, cells.count()).toArray();
        }
        final Map<Long, int[]> counts = new TreeMap<>(); // stratum: cells of it, cells of it still to be taken
        for (int i = 0; i < cells.count(); i++) {
            counts.computeIfAbsent(stratum(cells, i), s -> new int[2])[0]++;
        }
        for (final var count : counts.values()) {
            count[1] = Math.max(1, (int)Math.round((double)count[0] * size / cells.count()));
        }
        final var random = new Random(seed);
        return IntStream.range(0, cells.count()).filter(i -> {
            final var count = counts.get(stratum(cells, i));
            final boolean isTaken = random.nextInt(count[0]) < count[1]; // as many of those left as are needed
            count[0]--;
            count[1] -= isTaken ? 1 : 0;
            return isTaken;
        }).toArray();
    }

    private static long stratum(final ScoredCells cells, final int cell) {
        final int batch = cells.batches() == null ? 0 : cells.batches().of()[cell];
        return (long)cells.labels().of()[cell] << Integer.SIZE | batch;
    }

    /** @return these cells only */
    static ScoredCells select(final ScoredCells cells, final int[] chosen) {
        final var expression = cells.expression();
        final var corrected = cells.corrected();
        return new ScoredCells(cells.labels().select(chosen),
            cells.batches() == null ? null : cells.batches().select(chosen),
            cells.unintegrated() == null ? null
                : new SelectedRows(cells.unintegrated(), chosen),
            expression == null ? null : rows(expression, chosen), corrected == null ? null : rows(corrected, chosen),
            cells.phases() == null ? null : Arrays.stream(cells.phases())
                .map(phase -> numbers(phase, chosen)).toArray(double[][]::new),
            cells.pseudotime() == null ? null : numbers(cells.pseudotime(), chosen));
    }

    private static double[] numbers(final double[] numbers, final int[] chosen) {
        return IntStream.of(chosen).mapToDouble(c -> numbers[c]).toArray();
    }

    private static RowBlocks rows(final RowBlocks x, final int[] chosen) {
        return new SelectedBlocks(x, chosen, IntStream.range(0, x.columns()).toArray());
    }
}
