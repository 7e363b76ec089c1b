package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

class CellGeneFilterTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final boolean[] MITO = {false, false, true};
    private static final float[][] X = {{3, 0, 1}, {0, 2, 2}, {5, 0, 0}, {0, 0, 0}};

    private static FilterResult filter(final CellGeneFilter filter, final float[]... x) throws IOException {
        return filter.apply(RowBlocks.of(CsrMatrix.fromDense(x)), MITO, Progress.NONE);
    }

    private static CellGeneFilter cells(final Limits counts, final Limits genes, final Limits mito) {
        return new CellGeneFilter(counts, genes, mito, Limits.NONE, Limits.NONE);
    }

    private static Limits min(final double min) {
        return new Limits(min, INF);
    }

    private static Limits max(final double max) {
        return new Limits(-INF, max);
    }

    @Test
    void countsWithoutLimits() throws IOException {
        final var result = filter(CellGeneFilter.NONE, X);
        assertArrayEquals(new double[]{4, 4, 5, 0}, result.cells().totals());
        assertArrayEquals(new long[]{2, 2, 1, 0}, result.cells().genes());
        assertArrayEquals(new double[]{25, 50, 0, Double.NaN}, result.cells().mitoPercent());
        assertArrayEquals(new double[]{8, 2, 3}, result.genes().totals());
        assertArrayEquals(new long[]{2, 1, 2}, result.genes().cells());
        assertEquals(1, result.genes().mitochondrialCount());
        assertArrayEquals(new int[]{0, 1, 2, 3}, result.keptCells());
        assertArrayEquals(new int[]{0, 1, 2}, result.keptGenes());
        assertTrue(result.wholeNumbers());
    }

    @Test
    void limitsIncludeTheirBounds() throws IOException {
        assertArrayEquals(new int[]{0, 1, 2}, filter(cells(min(4), Limits.NONE, Limits.NONE), X).keptCells());
        assertArrayEquals(new int[]{0, 1, 3}, filter(cells(max(4), Limits.NONE, Limits.NONE), X).keptCells());
        assertArrayEquals(new int[]{0, 1}, filter(cells(Limits.NONE, min(2), Limits.NONE), X).keptCells());
        assertArrayEquals(new int[]{2, 3}, filter(cells(Limits.NONE, max(1), Limits.NONE), X).keptCells());
        assertArrayEquals(new int[]{0, 2}, filter(cells(Limits.NONE, Limits.NONE, max(25)), X).keptCells(),
            "a cell without counts has no mitochondrial share and fails");
    }

    @Test
    void countsGenesOverTheCellsThatAreLeft() throws IOException {
        final var result =
            filter(new CellGeneFilter(Limits.NONE, min(2), Limits.NONE, Limits.NONE, min(2)), X);
        assertArrayEquals(new long[]{1, 1, 2}, result.genes().cells());
        assertArrayEquals(new int[]{2}, result.keptGenes());
        final var byCounts = filter(new CellGeneFilter(Limits.NONE, Limits.NONE, Limits.NONE, min(3), Limits.NONE), X);
        assertArrayEquals(new int[]{0, 2}, byCounts.keptGenes());
    }

    @Test
    void findsMitochondrialGenesInAnyCase() {
        assertArrayEquals(new boolean[]{true, true, false, false},
            CellGeneFilter.mitochondrial(new String[]{"MT-CO1", "mt-Nd1", "MTOR", null}, "MT-"));
        assertArrayEquals(new boolean[]{false}, CellGeneFilter.mitochondrial(new String[]{"MT-CO1"}, " "));
    }

    @Test
    void seesThatValuesAreNotWholeNumbers() throws IOException {
        assertFalse(filter(CellGeneFilter.NONE, new float[]{0.5f, 0, 1}).wholeNumbers());
    }

    @Test
    void refusesNegativeAndNonFiniteValuesAndSaysWhere() {
        final var negative = assertThrows(UnfitExpressionException.class,
            () -> filter(CellGeneFilter.NONE, new float[]{1, 0, 0}, new float[]{0, -2, 0}));
        assertTrue(negative.getMessage().contains("-2.0 in row 1, column 1"), negative.getMessage());
        assertThrows(NonFiniteValueException.class,
            () -> filter(CellGeneFilter.NONE, new float[]{1, Float.NaN, 0}));
    }

    @Test
    void refusesToLeaveNothing() {
        final var cells = assertThrows(EmptySelectionException.class,
            () -> filter(cells(min(100), Limits.NONE, Limits.NONE), X));
        assertEquals("None of the 4 cells passes the filter.", cells.getMessage());
        assertFalse(cells.resolutions().isEmpty());
        final var genes = assertThrows(EmptySelectionException.class,
            () -> filter(new CellGeneFilter(Limits.NONE, Limits.NONE, Limits.NONE, Limits.NONE, min(9)), X));
        assertTrue(genes.getMessage().startsWith("None of the 3 genes"), genes.getMessage());
    }

    @Test
    void refusesLimitsThatCross() {
        assertThrows(ScelmoException.class, () -> new Limits(3, 2));
    }
}
