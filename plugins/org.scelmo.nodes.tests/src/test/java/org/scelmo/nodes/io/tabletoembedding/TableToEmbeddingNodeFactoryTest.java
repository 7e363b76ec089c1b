package org.scelmo.nodes.io.tabletoembedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.io.embeddingtotable.EmbeddingToTableNodeFactory;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class TableToEmbeddingNodeFactoryTest {

    private static final DataTableSpec LISTS = new DataTableSpec(
        org.scelmo.nodes.support.Tables.column("gene", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("vector", ListCell.getCollectionType(DoubleCell.TYPE)));

    private static final DataTableSpec NUMBERS = new DataTableSpec(
        org.scelmo.nodes.support.Tables.column("a", DoubleCell.TYPE),
        org.scelmo.nodes.support.Tables.column("gene", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("b", DoubleCell.TYPE));

    private static DataCell[] row(final String name, final Double... numbers) {
        final var cells = Arrays.stream(numbers).map(TableToEmbeddingNodeFactoryTest::number).toList();
        return new DataCell[]{name == null ? DataType.getMissingCell() : new StringCell(name),
            CollectionCellFactory.createListCell(cells)};
    }

    private static DataCell number(final Double number) {
        return number == null ? DataType.getMissingCell() : new DoubleCell(number);
    }

    private static DataCell[] numbers(final Double a, final String name, final Double b) {
        return new DataCell[]{number(a), new StringCell(name), number(b)};
    }

    private static BufferedDataTable lists(final DataCell[]... rows) {
        return Tables.of(LISTS, rows);
    }

    /** With what a dialog would have chosen at the first connection. */
    private static TestNode node() {
        return TestNode.of(TableToEmbeddingNodeFactory::new).set("names", "gene").set("vectors", "vector");
    }

    private static FeatureEmbedding vectors(final TestNode node) throws IOException {
        return node.<EmbeddingPortObject>output(0).open();
    }

    private static void assertVectors(final TestNode node, final List<String> names, final float[]... expected)
        throws IOException {
        final var embedding = vectors(node);
        assertEquals(names, embedding.names());
        assertArrayEquals(expected, embedding.vectors().copy(0, names.size()));
    }

    @Test
    void readsListsAndKeepsTheirSource() throws IOException {
        try (var node = node().set("source", " my model ").run(lists(row("A", 1.0, 2.0), row("B", 0.1, -4.0)))) {
            assertVectors(node, List.of("A", "B"), new float[]{1, 2}, new float[]{0.1f, -4});
            assertEquals("my model", vectors(node).provenance().entries().get("source"));
            assertEquals("2 vectors × 2 dimensions from my model", node.output(0).getSummary());
            assertEquals("", node.warning());
        }
    }

    @Test
    void readsNumberColumnsInTheOrderOfTheTable() throws IOException {
        try (var node = node().set("form", "COLUMNS")
            .run(Tables.of(NUMBERS, numbers(1.0, "A", 2.0), numbers(3.0, "B", 4.0)))) {
            assertVectors(node, List.of("A", "B"), new float[]{1, 2}, new float[]{3, 4});
        }
    }

    @Test
    void namesMayBeRowIds() throws IOException {
        try (var node = node().set("names", "<none>").run(lists(row("A", 1.0), row(null, 2.0)))) {
            assertVectors(node, List.of("Row0", "Row1"), new float[]{1}, new float[]{2});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "COLUMNS"})
    void vectorsComeBackFromTheirTable(final String form) throws IOException {
        try (var source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
                var table = TestNode.of(EmbeddingToTableNodeFactory::new).set("form", form).run(source.output(1));
                var node = TestNode.of(TableToEmbeddingNodeFactory::new).set("form", form).run(table.table(0))) {
            assertVectors(node, TestData.vectors().names(), TestData.vectors().vectors().copy(0, 4));
        }
    }

    @Test
    void namesTheRowThatIsNotWhole() {
        try (var node = node()) {
            assertEquals("Row 'Row1' has no name.", node.failure(lists(row("A", 1.0), row(null, 1.0))));
            assertEquals("Row 'Row1' has no name.", node.failure(lists(row("A", 1.0), row("  ", 1.0))));
            assertEquals("Row 'Row0' has no vector.", node.failure(lists(row("A"), row("B", 1.0))));
            assertEquals("Row 'Row0' has no vector.", node.failure(
                lists(new DataCell[]{new StringCell("A"), DataType.getMissingCell()})));
            for (final var bad : new Double[]{null, Double.NaN, Double.POSITIVE_INFINITY, 1e39}) {
                assertEquals("Row 'Row1' has a vector whose number 2 of 2 is missing, NaN or infinite.",
                    node.failure(lists(row("A", 1.0, 2.0), row("B", 1.0, bad))));
            }
        }
    }

    @Test
    void leavesOutRowsIfAsked() throws IOException {
        try (var node = node().set("badRows", "LEAVE_OUT")
            .run(lists(row("A"), row("B", 1.0, null), row(null, 1.0, 2.0), row("C", 5.0, 6.0), row("D")))) {
            assertVectors(node, List.of("C"), new float[]{5, 6});
            assertEquals("4 of 5 rows were left out because they give no whole vector: 'Row0', 'Row1', 'Row2' and 1 "
                + "more.", node.warning());
        }
    }

    @Test
    void namesBothRowsOfDifferentLengths() {
        try (var node = node().set("badRows", "LEAVE_OUT")) {
            assertEquals("The vector of row 'Row2' has 1 numbers, that of row 'Row1' has 2; all must have the same "
                + "length.", node.failure(lists(row("A"), row("B", 1.0, 2.0), row("C", 1.0))));
        }
    }

    @Test
    void namesBothRowsOfTheSameName() {
        try (var node = node()) {
            assertEquals("The rows 'Row0' and 'Row2' have the same name 'A'.",
                node.failure(lists(row("A", 1.0), row("B", 2.0), row("A", 3.0))));
        }
    }

    @Test
    void keepsTheFirstOfANameIfAsked() throws IOException {
        try (var node = node().set("duplicates", "KEEP_FIRST")
            .run(lists(row("A", 1.0), row("B", 2.0), row("A", 3.0)))) {
            assertVectors(node, List.of("A", "B"), new float[]{1}, new float[]{2});
            assertEquals("1 rows were left out because their name came before: 'A'.", node.warning());
        }
    }

    @Test
    void anEmptyTableGivesAnEmptyEmbedding() throws IOException {
        try (var node = node().run(lists())) {
            assertEquals(0, vectors(node).size());
            assertTrue(node.warning().contains("gives no vector"), node.warning());
        }
    }

    @Test
    void checksTheColumnsBeforeExecution() {
        try (var node = node()) {
            assertEquals("The vector column 'vector' is missing in the input table.", node.configureFailure(NUMBERS));
            assertEquals("The vector column 'gene' is of type String, but a list of numbers is needed.",
                node.set("vectors", "gene").configureFailure(LISTS));
            assertEquals("No number columns are chosen as dimensions.",
                node.set("form", "COLUMNS").configureFailure(LISTS));
            assertEquals("The name column 'symbol' is missing in the input table.",
                node.set("names", "symbol").configureFailure(NUMBERS));
        }
    }
}
