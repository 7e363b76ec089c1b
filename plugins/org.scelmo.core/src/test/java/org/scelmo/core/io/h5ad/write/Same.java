package org.scelmo.core.io.h5ad.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.RowBlocks;

/** Compares annotated data value by value, without tolerance. */
final class Same {

    private Same() {
    }

    static void check(final AnnData expected, final AnnData actual) throws IOException {
        frame("obs", expected.obs(), actual.obs());
        frame("var", expected.var(), actual.var());
        assertEquals(expected.x().isPresent(), actual.x().isPresent(), "X");
        if (expected.x().isPresent()) {
            sparse("X", expected.x().get(), actual.x().get());
        }
        assertEquals(expected.layers().keySet(), actual.layers().keySet());
        for (final var layer : expected.layers().entrySet()) {
            sparse(layer.getKey(), layer.getValue(), actual.layers().get(layer.getKey()));
        }
        assertEquals(expected.obsm().keySet(), actual.obsm().keySet());
        for (final var embedding : expected.obsm().entrySet()) {
            final var other = actual.obsm().get(embedding.getKey());
            assertEquals(embedding.getValue().columns(), other.columns(), embedding.getKey());
            assertArrayEquals(embedding.getValue().copy(0, expected.cells()), other.copy(0, expected.cells()),
                embedding.getKey());
        }
        assertEquals(expected.varm().keySet(), actual.varm().keySet());
        for (final var vectors : expected.varm().entrySet()) {
            assertArrayEquals(vectors.getValue().copy(0, expected.genes()),
                actual.varm().get(vectors.getKey()).copy(0, expected.genes()), vectors.getKey());
        }
        assertEquals(expected.obsp().keySet(), actual.obsp().keySet());
        for (final var graph : expected.obsp().entrySet()) {
            sparse(graph.getKey(), graph.getValue(), actual.obsp().get(graph.getKey()));
        }
        assertEquals(expected.uns(), actual.uns());
    }

    private static void frame(final String where, final Frame expected, final Frame actual) {
        assertArrayEquals(expected.index(), actual.index(), where);
        assertEquals(List.copyOf(expected.columns().keySet()), List.copyOf(actual.columns().keySet()), where);
        expected.columns().forEach((name, column) -> {
            final var other = actual.column(name).orElseThrow();
            if (column instanceof StringColumn) { // anndata makes categories of them when it writes
                assertEquals(true, other instanceof StringColumn || other instanceof CategoricalColumn, name);
            } else {
                assertEquals(column.getClass(), other.getClass(), name);
            }
            if (column instanceof CategoricalColumn categories) {
                assertEquals(categories.categories(), ((CategoricalColumn)other).categories(), name);
                assertEquals(categories.ordered(), ((CategoricalColumn)other).ordered(), name);
            }
            for (int i = 0; i < column.size(); i++) {
                assertEquals(column.text(i), other.text(i), where + " " + name + " " + i);
            }
        });
    }

    /** Stored zeros may be dropped or kept; blocks may be of any size. */
    private static void sparse(final String where, final RowBlocks expected, final RowBlocks actual)
        throws IOException {
        assertEquals(expected.rows(), actual.rows(), where);
        assertEquals(expected.columns(), actual.columns(), where);
        try (var left = expected.open(); var right = actual.open()) {
            for (long row = 0; row < expected.rows(); row++) {
                assertArrayEquals(row(left, expected.columns()), row(right, expected.columns()), where + " " + row);
            }
        }
    }

    private static float[] row(final RowBlocks.Cursor cursor, final int columns) throws IOException {
        final var block = cursor.next(1).checkStructure();
        final var row = new float[columns];
        Arrays.fill(row, 0);
        for (int e = block.begin(0); e < block.end(0); e++) {
            row[block.indices()[e]] = block.values()[e];
        }
        return row;
    }
}
