package org.scelmo.nodes.languagemodel.geneembed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

class GeneEmbedNodeFactoryTest {

    private static final List<String> COLUMNS = List.of("gene", "Description");

    private static final BufferedDataTable TEXTS = LanguageModelNode.table(COLUMNS,
        new String[]{"CD19", "A receptor\nof B cells."}, new String[]{"NONE", null}, new String[]{"EMPTY", ""},
        new String[]{"CD3E", "A part of the T cell receptor."}, new String[]{"CD19", "Another text."});

    @TempDir
    Path m_temp;

    private TestNode node() {
        return LanguageModelNode.of(GeneEmbedNodeFactory::new, m_temp.resolve("cache.sqlite")).set("names", "gene")
            .set("texts", "Description");
    }

    private static FeatureEmbedding vectors(final TestNode node) throws IOException {
        return node.<EmbeddingPortObject> output(0).open();
    }

    private static float[] row(final FeatureEmbedding embedding) throws IOException {
        return embedding.vectors().copy(0, 1)[0];
    }

    @Test
    void namesGetTheVectorsOfTheirTexts() throws IOException {
        try (var node = node().run(TEXTS)) {
            final var vectors = vectors(node);
            assertEquals(List.of("CD19", "CD3E"), vectors.names());
            assertEquals("test-text-embedder", vectors.provenance().entries().get("model"));
            assertEquals(List.of("ok", "error", "empty", "ok", "duplicate name"),
                Rows.texts(node.table(1), "Status"));
            assertTrue(node.warning().startsWith("2 of 5 rows got no vector, first 'NONE'"), node.warning());
            assertTrue(node.warning().contains("1 rows were left out because their name came before"), node.warning());
        }
        try (var again = node().run(TEXTS)) {
            assertEquals("cached", Rows.texts(again.table(1), "Status").get(0));
        }
    }

    @Test
    void rowsWithoutAVectorMayGetZerosWhereverTheyStand() throws IOException {
        final var table = LanguageModelNode.table(COLUMNS, new String[]{"EMPTY", ""}, new String[]{"CD19", "Text."},
            new String[]{"NONE", null});
        try (var node = node().set("withoutVector", "ZERO").run(table)) {
            final var vectors = vectors(node);
            assertEquals(List.of("EMPTY", "CD19", "NONE"), vectors.names());
            assertEquals(256, vectors.dimensions());
        }
    }

    @Test
    void rowsWithoutAVectorMayFailTheNode() {
        try (var node = node().set("withoutVector", "FAIL")) {
            final var message = node.failure(TEXTS);
            assertTrue(message.startsWith("2 of 5 rows got no vector; the first is 'NONE'"), message);
        }
    }

    @Test
    void serviceGetsCleanTextsInBatches() throws IOException {
        try (var server = OpenAiServer.start(); var node = LanguageModelNode.service(node(), server.baseUrl(), "key")) {
            node.settings("service").addString("model", "text-embedding-3-small");
            node.run(TEXTS);
            assertEquals(1, server.requestCount());
            assertTrue(server.paid().keySet().iterator().next().startsWith("A receptor of B cells.\n"));
            assertTrue(Rows.number(node.table(2), "Cost", "Value") > 0);
            assertEquals(2, vectors(node).size());
        }
    }

    @Test
    void wrongDimensionIsAnErrorOfTheRow() throws IOException {
        try (var server = OpenAiServer.start(); var node = LanguageModelNode.service(node(), server.baseUrl(), "key")) {
            node.settings("service").addString("model", "text-embedding-3-small");
            node.setOptionalInt("dimensions", 3).run(TEXTS);
            assertEquals(3, vectors(node).dimensions());
            assertTrue(server.requests().get(0).text().contains("\"dimensions\":3"));
        }
    }

    /** The model of the optional extension: texts that mean alike lie closer together than others. */
    @Test
    void modelOnThisComputerKnowsMeaning() throws IOException {
        final var table = LanguageModelNode.table(COLUMNS, new String[]{"CD19", "A receptor on B lymphocytes."},
            new String[]{"MS4A1", "Surface molecule of B cells."},
            new String[]{"ALB", "Transports fatty acids in blood."});
        try (var node = node()) {
            node.settings("service").addString("provider", "IN_PROCESS");
            node.run(table);
            assertEquals(384, vectors(node).dimensions());
            final var rows = vectors(node).vectors().copy(0, 3);
            assertTrue(product(rows[0], rows[1]) > product(rows[0], rows[2]) + 0.05, "unit vectors");
            assertEquals(0, Rows.number(node.table(2), "Cost", "Value"));
        }
    }

    private static double product(final float[] a, final float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void vectorsDoNotDependOnTheExecution() throws IOException {
        try (var first = node().run(TEXTS);
                var second = LanguageModelNode.of(GeneEmbedNodeFactory::new, m_temp.resolve("other.sqlite"))
                    .set("names", "gene").set("texts", "Description").run(TEXTS)) {
            assertArrayEquals(row(vectors(first)), row(vectors(second)));
        }
    }

    @Test
    void emptyTableGivesAnEmptyEmbedding() throws IOException {
        try (var node = node().run(LanguageModelNode.table(COLUMNS))) {
            assertEquals(0, vectors(node).size());
            assertTrue(node.warning().contains("the output is empty"), node.warning());
        }
    }

    @Test
    void missingTextColumnIsNamed() {
        final var spec = LanguageModelNode.table(List.of("gene")).getDataTableSpec();
        try (var node = node()) {
            assertEquals("The text column 'Description' is missing in the input table.", node.configureFailure(spec));
        }
    }
}
