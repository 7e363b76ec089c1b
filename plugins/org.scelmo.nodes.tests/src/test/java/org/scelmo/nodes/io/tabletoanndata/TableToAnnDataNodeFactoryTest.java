package org.scelmo.nodes.io.tabletoanndata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.io.anndatatotable.AnnDataToTableNodeFactory;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class TableToAnnDataNodeFactoryTest {

    private static final DataCell MISSING = DataType.getMissingCell();

    private static final DataTableSpec SPEC = new DataTableSpec(column("barcode", StringCell.TYPE),
        column("CD3E", DoubleCell.TYPE), column("type", StringCell.TYPE), column("MS4A1", LongCell.TYPE),
        column("doublet", BooleanCell.TYPE), column("note", StringCell.TYPE));

    private static DataColumnSpec column(final String name, final DataType type) {
        return org.scelmo.nodes.support.Tables.column(name, type);
    }

    private static DataCell[] row(final String barcode, final Double a, final String type, final Long b,
        final Boolean doublet, final String note) {
        return new DataCell[]{text(barcode), a == null ? MISSING : new DoubleCell(a), text(type),
            b == null ? MISSING : new LongCell(b), doublet == null ? MISSING : BooleanCellFactory.create(doublet),
            text(note)};
    }

    private static DataCell text(final String text) {
        return text == null ? MISSING : new StringCell(text);
    }

    private static BufferedDataTable table() {
        return Tables.of(SPEC, row("c1", 0.0, "T", 2L, true, "x"), row("c2", 1.5, "B", 0L, null, "y"),
            row("c3", 0.0, "T", 0L, false, null), row("c4", 3.0, null, 7L, false, "z"));
    }

    private static TestNode node() {
        return TestNode.of(TableToAnnDataNodeFactory::new).set("names", "barcode");
    }

    private static AnnData data(final TestNode node) throws IOException {
        return node.<AnnDataPortObject>output(0).open();
    }

    /** @return X as rows of numbers */
    private static List<List<Float>> dense(final AnnData data) throws IOException {
        final var rows = new ArrayList<List<Float>>();
        try (var cursor = data.x().orElseThrow().open()) {
            for (var block = cursor.next(2); block != null; block = cursor.next(2)) {
                for (int i = 0; i < block.checkStructure().rows(); i++) {
                    final var row = new ArrayList<>(Collections.nCopies(data.genes(), 0f));
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        row.set(block.indices()[e], block.values()[e]);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    @Test
    void numbersBecomeExpressionAndTheRestAnnotations() throws IOException {
        try (var node = node().run(table())) {
            final var data = data(node);
            assertArrayEquals(new String[]{"c1", "c2", "c3", "c4"}, data.obs().index());
            assertArrayEquals(new String[]{"CD3E", "MS4A1"}, data.var().index());
            assertEquals(List.of(List.of(0f, 2f), List.of(1.5f, 0f), List.of(0f, 0f), List.of(3f, 7f)), dense(data));
            assertEquals(3 + 1, data.x().orElseThrow().nnz());
            assertEquals(List.of("type", "doublet", "note"), List.copyOf(data.obs().columns().keySet()));
            assertEquals("", node.warning());
        }
    }

    @Test
    void annotationsKeepTheirTypesAndMissingValues() throws IOException {
        try (var node = node().columns("genes", "CD3E").run(table())) {
            final var obs = data(node).obs().columns();
            final var type = assertInstanceOf(CategoricalColumn.class, obs.get("type"));
            assertEquals(Set.of("B", "T"), Set.copyOf(type.categories()));
            assertEquals("T", type.text(2));
            assertTrue(type.isMissing(3));
            final var counts = assertInstanceOf(IntegerColumn.class, obs.get("MS4A1"));
            assertArrayEquals(new long[]{2, 0, 0, 7}, counts.values());
            final var doublet = assertInstanceOf(BooleanColumn.class, obs.get("doublet"));
            assertTrue(doublet.values()[0] && doublet.isMissing(1) && !doublet.isMissing(2));
            final var note = assertInstanceOf(StringColumn.class, obs.get("note"), "no value comes twice");
            assertArrayEquals(new String[]{"x", "y", null, "z"}, note.values());
        }
    }

    @Test
    void realNumbersMayBeAnnotations() throws IOException {
        try (var node = node().columns("genes", "MS4A1").columns("annotations", "CD3E").run(table())) {
            final var obs = data(node).obs().columns();
            assertEquals(Set.of("CD3E"), obs.keySet());
            assertArrayEquals(new double[]{0, 1.5, 0, 3},
                assertInstanceOf(RealColumn.class, obs.get("CD3E")).values());
        }
    }

    @Test
    void withoutGenesThereIsNoExpression() throws IOException {
        try (var node = node().columns("genes").run(table())) {
            assertTrue(data(node).x().isEmpty());
            assertEquals(5, data(node).obs().columns().size());
        }
    }

    @Test
    void cellsComeBackFromTheirTable() throws IOException {
        final var cells = TestData.cells();
        try (var source = SourceNodeFactory.of(cells);
                var table = TestNode.of(AnnDataToTableNodeFactory::new).set("genes", "g0 g1 g2 g3")
                    .set("embedding", "X_plane").run(source.output(0));
                var node = TestNode.of(TableToAnnDataNodeFactory::new).columns("genes", "g0", "g1", "g2", "g3")
                    .run(table.table(0))) {
            final var data = data(node);
            assertArrayEquals(cells.obs().index(), data.obs().index());
            assertEquals(dense(cells), dense(data));
            assertEquals(cells.obs().columns().keySet(), data.obs().columns().keySet());
            for (final var name : cells.obs().columns().keySet()) {
                for (int i = 0; i < 6; i++) {
                    assertEquals(cells.obs().columns().get(name).text(i), data.obs().columns().get(name).text(i));
                }
                assertEquals(cells.obs().columns().get(name).getClass(), data.obs().columns().get(name).getClass());
            }
            assertArrayEquals(cells.obsm().get("X_plane").copy(0, 6), data.obsm().get("X_plane").copy(0, 6));
        }
    }

    @Test
    void namesTheRowAndColumnOfWhatIsMissing() {
        try (var node = node()) {
            assertEquals("Row 'Row1' has no value in column 'CD3E'.", node.failure(
                Tables.of(SPEC, row("c1", 1.0, "T", 1L, true, ""), row("c2", null, "T", 1L, true, ""))));
            assertEquals("Row 'Row0' holds NaN in column 'CD3E'.",
                node.failure(Tables.of(SPEC, row("c1", Double.NaN, "T", 1L, true, ""))));
            assertEquals("Row 'Row0' has no name of a cell.",
                node.failure(Tables.of(SPEC, row(null, 1.0, "T", 1L, true, ""))));
        }
    }

    @Test
    void missingValuesAreZeroIfAskedButNumbersMustFit() throws IOException {
        final var one = row("c1", null, "T", 1L, true, "");
        try (var node = node().set("missing", "ZERO")) {
            node.run(Tables.of(SPEC, one, row("c2", Double.NaN, "T", null, true, "")));
            assertEquals(List.of(List.of(0f, 1f), List.of(0f, 0f)), dense(data(node)));
            assertEquals("3 values of genes were missing or NaN and count as 0.", node.warning());
        }
        try (var node = node().set("missing", "ZERO")) {
            assertEquals("Row 'Row1' holds 1.0E39, which is beyond 32-bit numbers, in column 'CD3E'.",
                node.failure(Tables.of(SPEC, one, row("c2", 1e39, "T", 1L, true, ""))));
        }
    }

    @Test
    void tellsOfNamesThatOccurTwice() throws IOException {
        try (var node = node()
            .run(Tables.of(SPEC, row("c1", 1.0, "T", 1L, true, ""), row("c1", 2.0, "T", 1L, true, "")))) {
            assertEquals("1 names of cells occur more than once: 'c1'.", node.warning());
            assertArrayEquals(new String[]{"c1", "c1"}, data(node).obs().index());
        }
    }

    @Test
    void embeddingsMustBeWholeAndEven() {
        final var spec = new DataTableSpec(column("v", ListCell.getCollectionType(DoubleCell.TYPE)));
        try (var node = TestNode.of(TableToAnnDataNodeFactory::new)) {
            assertEquals("Row 'Row1' has no vector in column 'v'.",
                node.failure(Tables.of(spec, list(1.0), new DataCell[]{MISSING})));
            assertEquals("Number 2 of the vector in row 'Row0' and column 'v' is missing, NaN or infinite.",
                node.failure(Tables.of(spec, list(1.0, Double.NaN))));
            assertEquals("The vector of row 'Row1' has 1 numbers, that of row 'Row0' has 2; all must have the same "
                + "length.", node.failure(Tables.of(spec, list(1.0, 2.0), list(1.0))));
        }
    }

    private static DataCell[] list(final Double... numbers) {
        return new DataCell[]{
            CollectionCellFactory.createListCell(List.of(numbers).stream().map(DoubleCell::new).toList())};
    }

    @Test
    void anEmptyTableGivesDataWithoutCells() throws IOException {
        try (var node = node().run(Tables.of(SPEC))) {
            assertEquals(0, data(node).cells());
            assertEquals(2, data(node).genes());
            assertEquals(Map.of(), data(node).obsm());
            assertTrue(node.warning().contains("no cells"), node.warning());
        }
    }

    @Test
    void checksTheColumnsBeforeExecution() {
        try (var node = node()) {
            assertEquals("The cell name column 'CD3E' is of type Number (Float), but text is needed.",
                node.set("names", "CD3E").configureFailure(SPEC));
            assertEquals("The gene column 'CD19' is missing in the input table.",
                node.set("names", "barcode").columns("genes", "CD19").configureFailure(SPEC));
            assertEquals("No column is chosen.",
                node.columns("genes").columns("annotations").configureFailure(SPEC));
        }
    }

    @Test
    void aLargeTableStreamsThrough() throws IOException {
        final int genes = 700; // more than one block of 2^20 numbers
        final var spec = new DataTableSpec(IntStream.range(0, genes)
            .mapToObj(j -> column("g" + j, DoubleCell.TYPE)).toArray(DataColumnSpec[]::new));
        final var rows = new DataCell[2000][];
        for (int i = 0; i < rows.length; i++) {
            final int row = i;
            rows[i] = IntStream.range(0, genes)
                .mapToObj(j -> new DoubleCell((row + j) % 5 == 0 ? row + 1 : 0)).toArray(DataCell[]::new);
        }
        try (var node = TestNode.of(TableToAnnDataNodeFactory::new).run(Tables.of(spec, rows))) {
            final var x = data(node).x().orElseThrow();
            assertEquals(2000L * genes / 5, x.nnz());
            try (var cursor = x.open(1999)) {
                final var last = cursor.next(10);
                assertEquals(1, last.indices()[0]);
                assertEquals(2000f, last.values()[0]);
                assertFalse(last.rows() > 1);
            }
        }
    }
}
