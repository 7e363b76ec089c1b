package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.HighlyVariableGenes.Flavor;

class HighlyVariableGenesTest {

    private static final int GENES = 200;
    private static final RowBlocks X = RowBlocks.of(RandomMatrices.sparse(80, GENES, 0.3, 7));
    private static final String[] NAMES =
        IntStream.range(0, GENES).mapToObj("g%d"::formatted).toArray(String[]::new);

    private static VariableGenes batched(final RowBlocks x, final int[] batch, final int batches) throws IOException {
        return HighlyVariableGenes.find(x, NAMES, batch, batches, Flavor.SEURAT, HvgChoice.top(20), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Flavor.class)
    void choosesSoManyGenes(final Flavor flavor) throws IOException {
        final var found = HighlyVariableGenes.find(X, flavor, HvgChoice.top(20), Progress.NONE);
        assertEquals(20, found.indices().length);
        final double worst =
            Arrays.stream(found.indices()).mapToDouble(j -> found.normalized()[j]).min().orElseThrow();
        for (int j = 0; j < GENES; j++) {
            assertTrue(found.selected()[j] || !(found.normalized()[j] > worst), "gene " + j);
        }
        assertFalse(found.wholeNumbers());
    }

    @Test
    void choosesAllGenesIfMoreAreAskedFor() throws IOException {
        final var found = HighlyVariableGenes.find(X, Flavor.SEURAT, HvgChoice.top(10 * GENES), Progress.NONE);
        assertEquals(Arrays.stream(found.normalized()).filter(d -> !Double.isNaN(d)).count(), found.indices().length);
    }

    @Test
    void countsTheBatchesThatChooseAGene() throws IOException {
        final var twice = IntStream.range(0, 80).map(i -> i % 2).toArray();
        final var found = batched(X, twice, 2);
        assertEquals(20, found.indices().length);
        final int fewest = Arrays.stream(found.indices()).map(j -> found.batches()[j]).min().orElseThrow();
        for (int j = 0; j < GENES; j++) {
            assertTrue(found.selected()[j] || found.batches()[j] <= fewest, "gene " + j);
        }
    }

    @Test
    void leavesCellsWithoutBatchOut() throws IOException {
        final var half = IntStream.range(0, 80).map(i -> i < 40 ? 0 : -1).toArray();
        final var few = new SelectedBlocks(X, IntStream.range(0, 40).toArray(), IntStream.range(0, GENES).toArray());
        assertArrayEquals(batched(few, new int[40], 1).normalized(), batched(X, half, 1).normalized());
    }

    @Test
    void seesCounts() throws IOException {
        final var counts = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 0, 2}, {3, 0, 0}, {0, 4, 1}}));
        assertTrue(
            HighlyVariableGenes.find(counts, Flavor.CELL_RANGER, HvgChoice.top(2), Progress.NONE).wholeNumbers());
    }

    @Test
    void refusesNegativeValuesAndBatchesOfOneCell() {
        final var negative = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1}, {-1}}));
        assertThrows(UnfitExpressionException.class,
            () -> HighlyVariableGenes.find(negative, Flavor.SEURAT, HvgChoice.CUTOFFS, Progress.NONE));
        final var single = new int[80];
        single[5] = 1;
        final var e = assertThrows(UnfitExpressionException.class, () -> batched(X, single, 2));
        assertTrue(e.getMessage().startsWith("A batch has fewer than two cells"), e.getMessage());
    }

    @Test
    void refusesToChooseNoGene() {
        assertThrows(IllegalArgumentException.class, () -> HvgChoice.top(0));
    }
}
