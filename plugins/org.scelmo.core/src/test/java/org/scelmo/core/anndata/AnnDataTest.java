package org.scelmo.core.anndata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

class AnnDataTest {

    private static final float[][] GRAPH = {{0, 1, 2}, {1, 0, 3}, {2, 3, 0}};

    private static AnnData data() {
        return AnnData.of(null, new Frame(new String[]{"a", "b", "c"}, Map.of()),
            new Frame(new String[]{"g", "h"}, Map.of()));
    }

    @Test
    void selectionCutsGraphsOnBothAxesAndVectorsOfGenes() throws IOException {
        final var cut = data().withObsp("connectivities", RowBlocks.of(CsrMatrix.fromDense(GRAPH)))
            .withVarm("PCs", DenseMatrix.of(new float[][]{{1}, {2}}, 1)).select(new int[]{0, 2}, new int[]{1});
        final var graph = cut.obsp().get("connectivities");
        assertEquals(2, graph.rows());
        assertEquals(2, graph.columns());
        try (var cursor = graph.open()) {
            final var first = cursor.next(1);
            assertEquals(1, first.nnz());
            assertEquals(1, first.indices()[0], "c is the second cell now");
            assertEquals(2, first.values()[0]);
        }
        assertArrayEquals(new float[][]{{2}}, cut.varm().get("PCs").copy(0, 1));
    }

    @Test
    void matricesCanBeLeftOutButGraphsStay() {
        final var data = data().withObsp("connectivities", RowBlocks.of(CsrMatrix.fromDense(GRAPH)));
        assertEquals(data.obsp(), data.withoutMatrices().obsp());
    }

    @Test
    void shapesThatDisagreeAreRefused() {
        final var refused = assertThrows(IllegalArgumentException.class,
            () -> data().withObsp("odd", RowBlocks.of(CsrMatrix.fromDense(new float[][]{{0, 1}, {1, 0}}))));
        assertEquals("obsp 'odd' has size 2, but 3 is needed.", refused.getMessage());
        assertThrows(IllegalArgumentException.class,
            () -> data().withVarm("PCs", DenseMatrix.of(new float[3][1], 1)));
        final var wide = RowBlocks.of(CsrMatrix.fromDense(new float[3][4]));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> data().withObsp("wide", wide)).getMessage()
            .contains("(columns)"));
    }
}
