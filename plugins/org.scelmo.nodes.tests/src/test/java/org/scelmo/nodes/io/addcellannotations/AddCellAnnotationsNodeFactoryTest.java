package org.scelmo.nodes.io.addcellannotations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class AddCellAnnotationsNodeFactoryTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
        org.scelmo.nodes.support.Tables.column("cell", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("cluster", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("n_genes", LongCell.TYPE));

    private static final DataTableSpec VECTORS = new DataTableSpec(
        org.scelmo.nodes.support.Tables.column("cell", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("X_plane", ListCell.getCollectionType(DoubleCell.TYPE)));

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells());
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(AddCellAnnotationsNodeFactory::new).set("names", "cell");
    }

    /** Rows of "cell cluster number". */
    private static BufferedDataTable table(final String... rows) {
        return Tables.of(SPEC, Arrays.stream(rows).map(row -> {
            final var parts = row.split(" ");
            return new DataCell[]{new StringCell(parts[0]), new StringCell(parts[1]),
                new LongCell(Long.parseLong(parts[2]))};
        }).toArray(DataCell[][]::new));
    }

    private static BufferedDataTable whole() {
        return table("c5 a 15", "c4 b 14", "c3 a 13", "c2 a 12", "c1 a 11", "c0 b 10");
    }

    private static AnnData data(final TestNode node) throws IOException {
        return node.<AnnDataPortObject>output(0).open();
    }

    @Test
    void joinsByNameWhateverTheOrder() throws IOException {
        try (var node = node().run(m_data, whole())) {
            final var obs = data(node).obs();
            final var cluster = assertInstanceOf(CategoricalColumn.class, obs.columns().get("cluster"));
            assertEquals(List.of("b", "a", "a", "a", "b", "a"),
                List.of(0, 1, 2, 3, 4, 5).stream().map(cluster::text).toList());
            final var added = assertInstanceOf(IntegerColumn.class, obs.columns().get("n_genes (#1)"));
            assertArrayEquals(new long[]{10, 11, 12, 13, 14, 15}, added.values());
            assertEquals("2", obs.columns().get("n_genes").text(0), "the old one stays");
            assertEquals("", node.warning());
            assertEquals(List.of("annotated"), Rows.texts(node.table(1), "Status").stream().distinct().toList());
        }
    }

    @Test
    void sharesWhatItDoesNotChange() throws IOException {
        try (var node = node().run(m_data, whole())) {
            final AnnDataPortObject output = node.output(0);
            for (final var part : m_data.parts()) {
                assertEquals(!part.name().equals("obs"), output.parts().contains(part), part.name());
            }
            assertEquals(2f, data(node).obsm().get("X_plane").copy(1, 1)[0][0]);
        }
    }

    @Test
    void tellsItsAnnotationsBeforeExecution() throws IOException {
        try (var node = node().configure(m_data.getSpec(), SPEC)) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertTrue(outline.obsColumn("cluster").isPresent());
            assertTrue(outline.obsColumn("n_genes (#1)").isPresent());
            assertEquals(6, outline.cells());
        }
    }

    @Test
    void replacesOrFailsIfAsked() throws IOException {
        try (var node = node().set("clash", "REPLACE").run(m_data, whole())) {
            assertEquals(6, data(node).obs().columns().size());
            assertEquals("10", data(node).obs().columns().get("n_genes").text(0));
        }
        try (var node = node().set("clash", "FAIL")) {
            assertEquals("The data have 'n_genes' already.", node.configureFailure(m_data.getSpec(), SPEC));
        }
    }

    @Test
    void countsWhatDoesNotMatch() throws IOException {
        try (var node = node().run(m_data, table("c1 a 1", "x b 2", "c2 a 3"))) {
            assertEquals("4 of 6 cells have no row in the table, and no values: 'c0', 'c3', 'c4' and 1 more.\n"
                + "1 rows name none of the 6 cells: 'Row1'.", node.warning());
            assertTrue(data(node).obs().columns().get("cluster").isMissing(0));
            assertTrue(data(node).obs().columns().get("n_genes (#1)").isMissing(5));
            assertEquals(List.of("c0", "c1", "c2", "c3", "c4", "c5", "Row Row1"), Rows.ids(node.table(1)));
            assertEquals(List.of("no row", "annotated", "annotated", "no row", "no row", "no row", "no cell"),
                Rows.texts(node.table(1), "Status"));
            assertEquals("Row2", Rows.texts(node.table(1), "Row").get(2));
        }
    }

    @Test
    void failsOnCellsWithoutRowIfAsked() {
        try (var node = node().set("withoutRow", "FAIL")) {
            assertEquals("5 of 6 cells have no row in the table: 'c0', 'c2', 'c3' and 2 more.",
                node.failure(m_data, table("c1 a 1")));
        }
    }

    @Test
    void failsIfNoCellHasARow() {
        try (var node = node()) {
            assertEquals("None of the 6 cells ('c0', 'c1', 'c2' and 3 more) has a row in the table, whose RowIDs are "
                + "'Row0'.", node.failure(m_data, table("c1-1 a 1")));
        }
    }

    @Test
    void refusesOrSkipsRowsThatNameTheSameCell() throws IOException {
        final var table = table("c0 a 1", "c1 a 1", "c2 a 1", "c3 a 1", "c4 a 1", "c0 b 2", "c5 a 1");
        try (var node = node()) {
            assertEquals("The rows 'Row0' and 'Row5' both name the cell 'c0'.", node.failure(m_data, table));
        }
        try (var node = node().set("duplicates", "KEEP_FIRST").run(m_data, table)) {
            assertEquals("a", data(node).obs().columns().get("cluster").text(0));
            assertEquals("1 rows were left out because an earlier row names the same cell: 'Row5'.", node.warning());
            assertEquals("repeated row", Rows.texts(node.table(1), "Status").get(6));
        }
    }

    @Test
    void cellsOfTheSameNameGetTheSameRow() throws IOException {
        final var twins = TestData.renamed(TestData.cells(), "a", "b", "a", "c", "a", "d");
        try (var source = SourceNodeFactory.of(twins);
                var node = node().run(source.output(0), table("a x 1", "b y 2", "c y 3", "d x 4"))) {
            final var added = (IntegerColumn)data(node).obs().columns().get("n_genes (#1)");
            assertArrayEquals(new long[]{1, 2, 1, 3, 1, 4}, added.values());
            assertEquals("1 names belong to several cells, which all got the same row: 'a'.", node.warning());
        }
    }

    @Test
    void listsBecomeEmbeddings() throws IOException {
        final var rows = new DataCell[6][];
        for (int i = 0; i < 6; i++) {
            rows[i] = vector("c" + (5 - i), i, -i);
        }
        try (var node = node().run(m_data, Tables.of(VECTORS, rows))) {
            final var added = data(node).obsm().get("X_plane (#1)");
            assertArrayEquals(new float[][]{{5, -5}, {4, -4}}, added.copy(0, 2));
            assertEquals(2, data(node).obsm().size());
        }
        try (var node = node()) {
            assertTrue(node.failure(m_data, Tables.of(VECTORS, rows[0])).startsWith("5 of 6 cells have no row"));
            assertEquals("Row 'Row0' has no vector in column 'X_plane'.", node.failure(m_data,
                Tables.of(VECTORS, new DataCell[]{new StringCell("c1"), DataType.getMissingCell()})));
        }
    }

    private static DataCell[] vector(final String cell, final double... numbers) {
        return new DataCell[]{new StringCell(cell),
            CollectionCellFactory.createListCell(Arrays.stream(numbers).mapToObj(DoubleCell::new).toList())};
    }

    @Test
    void checksTheColumnsBeforeExecution() {
        try (var node = node()) {
            assertEquals("No column of the table is chosen.",
                node.columns("columns").configureFailure(m_data.getSpec(), SPEC));
            assertEquals("The annotation column 'leiden' is missing in the input table.",
                node.columns("columns", "leiden").configureFailure(m_data.getSpec(), SPEC));
        }
    }
}
