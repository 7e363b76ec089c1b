package org.scelmo.nodes.embedding.cellembed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class CellEmbedNodeFactoryTest {

    private TestNode m_source;

    private AnnDataPortObject m_data;

    private EmbeddingPortObject m_vectors;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
        m_data = m_source.output(0);
        m_vectors = m_source.output(1);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(CellEmbedNodeFactory::new);
    }

    private static float[][] vectors(final TestNode node, final String name) throws IOException {
        return node.<AnnDataPortObject> output(0).open().obsm().get(name).copy(0, 6);
    }

    private static AnnData withX(final float[]... x) {
        return TestData.cells().withX(RowBlocks.of(CsrMatrix.fromDense(x)));
    }

    @Test
    void averagesWeightedByExpression() throws IOException {
        try (var node = node().run(m_data, m_vectors)) {
            // c0: (3, 0, 1, 0) / 4 times g0 = (1, 0), g1 = (0, 2); g2 has no vector but counts in the sum
            assertArrayEquals(new float[][]{{0.75f, 0}, {0.5f, 0}, {0, 2}, {0, 1}, {1, 0}, {0, 0}},
                vectors(node, "X_scelmo"));
        }
    }

    @Test
    void averagesOverTheNumberOfGenesIfAskedTo() throws IOException {
        try (var node = node().set("mode", "ARITHMETIC").set("name", "X_aa").run(m_data, m_vectors)) {
            assertArrayEquals(new float[][]{{0.75f, 0}, {0.5f, 0}, {0, 2}, {0, 0.5f}, {0.25f, 0}, {0, 0}},
                vectors(node, "X_aa"));
        }
    }

    @Test
    void tellsWhichGenesHaveAVectorAndWarns() {
        try (var node = node().run(m_data, m_vectors)) {
            final var report = node.table(1);
            assertEquals(List.of("g0", "g1", "g2", "g3"), Rows.ids(report));
            assertEquals(List.of("matched", "matched", "missing", "zero vector"), Rows.texts(report, "Status"));
            assertEquals(4.0 / 15, Rows.number(report, "g2", "Share of expression"), 1e-6);
            assertTrue(node.warning().contains("3 of 4 genes have a vector"), node.warning());
            assertTrue(node.warning().contains("73.3 %"), node.warning());
            assertTrue(node.warning().contains("1 of 6 cells have no counts"), node.warning());
        }
    }

    @Test
    void warnsOfCountsButNotOfLogarithmsNorOfFewProteins() throws IOException {
        assertTrue(warning(1000, 3).contains("X looks like counts"), warning(1000, 3));
        assertFalse(warning(1000, 1.5f).contains("X looks like counts"));
        assertFalse(warning(999, 3).contains("X looks like counts"));
    }

    /** Of cells whose genes all have the value, except for some ones. */
    private static String warning(final int genes, final float value) throws IOException {
        final var x = new float[3][genes];
        for (int i = 0; i < x.length; i++) {
            Arrays.fill(x[i], value);
            Arrays.fill(x[i], 0, 10 + i, 1);
        }
        final var names = IntStream.range(0, genes).mapToObj(j -> "g" + j).toArray(String[]::new);
        final var data = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)),
            new Frame(new String[]{"a", "b", "c"}, Map.of()), new Frame(names, Map.of()));
        try (var source = SourceNodeFactory.of(data, TestData.vectors());
                var node = node().run(source.output(0), source.output(1))) {
            return node.warning();
        }
    }

    @Test
    void failsOnCellsWithoutCountsIfAskedTo() {
        try (var node = node().set("emptyCells", "FAIL")) {
            assertEquals("1 of 6 cells have no counts.", node.failure(m_data, m_vectors));
        }
    }

    @Test
    void matchesByAColumnOfVar() throws IOException {
        final var symbols = SourceNodeFactory.embedding(List.of("CD19", "LYZ"), new float[][]{{1, 0}, {0, 1}});
        try (var source = SourceNodeFactory.of(TestData.cells(), symbols);
                var node = node().set("geneColumn", "symbol").run(source.output(0), source.output(1))) {
            assertArrayEquals(new float[]{0.5f, 0.5f}, vectors(node, "X_scelmo")[1]);
            assertEquals(Arrays.asList("CD19", "CD3E", "LYZ", null), Rows.texts(node.table(1), "Gene"));
        }
    }

    @Test
    void givesTheEmbeddingAFreeName() throws IOException {
        try (var node = node().set("name", "X_plane").run(m_data, m_vectors)) {
            assertArrayEquals(new float[]{0.75f, 0}, vectors(node, "X_plane (#1)")[0]);
            assertArrayEquals(new float[]{1, 0}, vectors(node, "X_plane")[0]);
        }
    }

    @Test
    void writesOnlyTheEmbeddingAndSharesTheRest() {
        try (var node = node().run(m_data, m_vectors)) {
            final var output = node.<AnnDataPortObject> output(0);
            assertEquals(m_data.parts(), output.parts().subList(0, m_data.parts().size()));
            assertEquals(m_data.parts().size() + 1, output.parts().size());
        }
    }

    @Test
    void tellsItsOutputsBeforeTheVectorsAreRead() {
        final var open = EmbeddingPortObjectSpec.open(m_vectors.getSpec().provenance());
        try (var node = node().configure(m_data.getSpec(), open)) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertEquals(AnnDataOutline.UNKNOWN, outline.obsm().get("X_scelmo"));
        }
        try (var node = node().configure(m_data.getSpec(), m_vectors.getSpec())) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertEquals(2, outline.obsm().get("X_scelmo"));
        }
    }

    @Test
    void refusesVectorsOfOtherGenes() {
        final var other = SourceNodeFactory.embedding(List.of("ENSG00000177455"), new float[][]{{1, 0}});
        try (var source = SourceNodeFactory.of(TestData.cells(), other); var node = node()) {
            assertTrue(node.failure(m_data, source.output(1)).startsWith("None of the 4 genes"));
        }
    }

    @Test
    void refusesScaledDataForTheWeightedAverage() {
        final var scaled = withX(new float[]{-1, 0, 0, 0}, new float[4], new float[4], new float[4], new float[4],
            new float[4]);
        try (var source = SourceNodeFactory.of(scaled); var node = node()) {
            final var message = node.failure(source.output(0), m_vectors);
            final var cell = TestData.cells().obs().index()[0];
            assertTrue(message.contains("the cell '" + cell + "' sum to -1.000;"), message);
            assertTrue(message.contains("needs it positive"), message);
        }
    }

    @Test
    void refusesNaN() {
        final var broken = withX(new float[]{1, Float.NaN, 0, 0}, new float[4], new float[4], new float[4],
            new float[4], new float[4]);
        try (var source = SourceNodeFactory.of(broken); var node = node()) {
            final var message = node.failure(source.output(0), m_vectors);
            final var cells = TestData.cells();
            assertTrue(message.contains("NaN in cell '%s', gene '%s'".formatted(cells.obs().index()[0],
                cells.var().index()[1])), message);
        }
    }

    @Test
    void refusesDataWithoutExpression() {
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            final var spec = source.<AnnDataPortObject> output(0).getSpec();
            assertTrue(node.configureFailure(spec, m_vectors.getSpec()).contains("no expression matrix X"));
        }
    }

    @Test
    void namesTheColumnThatIsMissing() {
        try (var node = node().set("geneColumn", "ensembl")) {
            assertTrue(node.configureFailure(m_data.getSpec(), m_vectors.getSpec()).contains("'ensembl'"));
        }
    }

    @Test
    void embedsNoCells() throws IOException {
        final var none = AnnData.of(RowBlocks.of(CsrMatrix.wrap(0, 4, new long[1], new int[0], new float[0])),
            new Frame(new String[0], Map.of()), TestData.cells().var());
        try (var source = SourceNodeFactory.of(none); var node = node().run(source.output(0), m_vectors)) {
            final var matrix = node.<AnnDataPortObject> output(0).open().obsm().get("X_scelmo");
            assertEquals(0, matrix.rows());
            assertEquals(2, matrix.columns());
        }
    }

    /** Ten nodes at once, in a country that writes numbers and letters in another way. */
    @Test
    void nodesDoNotDisturbEachOtherAnywhere() {
        final var locale = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR"));
        try {
            IntStream.range(0, 10).parallel().forEach(i -> {
                try (var node = node().run(m_data, m_vectors)) {
                    assertArrayEquals(new float[]{0, 2}, vectors(node, "X_scelmo")[2]);
                    assertTrue(node.warning().contains("73.3 %"), node.warning());
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void stopsWhenCanceled() {
        try (var node = node().configure(m_data.getSpec(), m_vectors.getSpec())) {
            node.host().addProgressListener(event -> node.host().cancel());
            assertFalse(node.host().execute(m_data, m_vectors), "execution should have been canceled");
            assertTrue(node.host().message().getMessage().contains("cancel"), node.host().message().getMessage());
            assertTrue(node.host().fileStores().isEmpty(), "nothing half-written stays");
        }
    }
}
