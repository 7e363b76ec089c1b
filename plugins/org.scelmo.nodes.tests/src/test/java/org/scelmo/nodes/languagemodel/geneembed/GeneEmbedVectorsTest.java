package org.scelmo.nodes.languagemodel.geneembed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

/** Gene Embed with vectors that were made elsewhere. */
class GeneEmbedVectorsTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
        org.scelmo.nodes.support.Tables.column("gene", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("vector", ListCell.getCollectionType(DoubleCell.TYPE)));

    private static final double NAN = Double.NaN;

    @TempDir
    Path m_temp;

    private static DataCell[] row(final String name, final Double... numbers) {
        final DataCell missing = DataType.getMissingCell();
        final var cells = Arrays.stream(numbers == null ? new Double[0] : numbers)
            .map(n -> n == null ? missing : new DoubleCell(n)).toList();
        return new DataCell[]{name == null ? missing : new StringCell(name),
            numbers == null ? missing : CollectionCellFactory.createListCell(cells)};
    }

    private static final BufferedDataTable BAD = Tables.of(SPEC, row("MISSING", (Double[])null), row("EMPTY"),
        row("NAN", 1.0, NAN), row("A", 1.0, 2.0), row("HOLE", null, 1.0), row("SHORT", 1.0), row(null, 3.0, 4.0),
        row("B", 0.1, -4.0), row("A", 5.0, 6.0), row("INFINITE", 1.0, 1e300));

    private TestNode node() {
        return LanguageModelNode.of(GeneEmbedNodeFactory::new, m_temp.resolve("cache.sqlite")).set("names", "gene")
            .set("source", "VECTORS").set("vectors", "vector");
    }

    private static FeatureEmbedding vectors(final TestNode node) throws IOException {
        return node.<EmbeddingPortObject> output(0).open();
    }

    @Test
    void vectorsOfAColumnAreTakenAndNoModelIsAsked() throws IOException {
        try (var node = node()) {
            node.settings("service").addString("provider", "OPENAI"); // without a key: not even looked for
            node.run(Tables.of(SPEC, row("A", 1.0, 2.0), row("B", 0.1, -4.0)));
            assertEquals(List.of("A", "B"), vectors(node).names());
            assertArrayEquals(new float[][]{{1, 2}, {0.1f, -4}}, vectors(node).vectors().copy(0, 2));
            assertEquals("vector", vectors(node).provenance().entries().get("column"));
            assertEquals("", node.warning());
            assertEquals(0, Rows.number(node.table(2), "Requests", "Value"));
            assertEquals(0, Rows.number(node.table(2), "Cost", "Value"));
        }
        assertFalse(Files.exists(m_temp.resolve("cache.sqlite")), "no cache is needed");
    }

    @Test
    void eachRowThatCannotBeUsedIsReportedWithItsReason() throws IOException {
        try (var node = node().run(BAD)) {
            assertEquals(List.of("A", "B"), vectors(node).names());
            assertEquals(List.of("error", "error", "error", "ok", "error", "error", "error", "ok", "duplicate name",
                "error"), Rows.texts(node.table(1), "Status"));
            final var reasons = Rows.texts(node.table(1), "Reason");
            assertEquals("The vector is missing or empty.", reasons.get(0));
            assertEquals("The vector is missing or empty.", reasons.get(1));
            assertEquals("Number 2 of the 2 of the vector is missing, NaN or infinite.", reasons.get(2));
            assertEquals("Number 1 of the 2 of the vector is missing, NaN or infinite.", reasons.get(4));
            assertEquals("The vector has 1 numbers instead of 2.", reasons.get(5));
            assertEquals("The name is missing.", reasons.get(6));
            assertTrue(node.warning().startsWith("7 of 10 rows got no vector, first 'MISSING': The vector is missing"),
                node.warning());
        }
    }

    @Test
    void dimensionsThatAreAskedForAreChecked() throws IOException {
        try (var node = node().setOptionalInt("dimensions", 1).run(BAD)) {
            assertEquals(List.of("SHORT"), vectors(node).names());
            assertEquals("The vector has 2 numbers instead of 1.", Rows.texts(node.table(1), "Reason").get(3));
        }
    }

    @Test
    void rowsWithoutAVectorMayGetZerosOrFailTheNode() throws IOException {
        try (var zeros = node().set("withoutVector", "ZERO").run(BAD); var failing = node()) {
            assertEquals(List.of("MISSING", "EMPTY", "NAN", "A", "HOLE", "SHORT", "B", "INFINITE"),
                vectors(zeros).names());
            final var message = failing.set("withoutVector", "FAIL").failure(BAD);
            assertTrue(message.startsWith("7 of 10 rows got no vector; the first is 'MISSING': The vector is missing"),
                message);
        }
    }

    @Test
    void columnThatIsMissingOrHoldsSomethingElseIsTold() {
        try (var node = node(); var text = node().set("vectors", "gene")) {
            assertEquals("The vector column 'vector' is missing in the input table.",
                node.configureFailure(LanguageModelNode.names("A").getDataTableSpec()));
            assertEquals("The vector column 'gene' is of type String, but a list of numbers is needed.",
                text.configureFailure(SPEC));
        }
    }

    @Test
    void emptyTableGivesAnEmptyEmbedding() throws IOException {
        try (var node = node().run(Tables.of(SPEC))) {
            assertEquals(0, vectors(node).size());
            assertTrue(node.warning().contains("the output is empty"), node.warning());
        }
    }
}
