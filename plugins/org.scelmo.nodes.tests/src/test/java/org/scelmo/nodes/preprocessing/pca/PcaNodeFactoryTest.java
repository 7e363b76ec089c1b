package org.scelmo.nodes.preprocessing.pca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class PcaNodeFactoryTest {

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        final var data = TestData.cells();
        // g0 and g1 vary along the diagonal, g2 across it a little, g3 most but is not marked
        final var x = CsrMatrix.fromDense(new float[][]{ //
            {0, 0, 1, 0}, {1, 1, 0, 90}, {2, 2, 1, 0}, {3, 3, 0, 90}, {4, 4, 1, 0}, {11, 11, 0, 90}});
        m_source = SourceNodeFactory.of(data.withX(RowBlocks.of(x)).withVar(data.var().with("highly_variable",
            new BooleanColumn(new boolean[]{true, true, true, false}, null))));
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(PcaNodeFactory::new).set("components", 1);
    }

    private static float[] scores(final TestNode node, final String name) throws IOException {
        final var rows = node.<AnnDataPortObject> output(0).open().obsm().get(name).copy(0, 6);
        final var scores = new float[6];
        for (int i = 0; i < 6; i++) {
            scores[i] = rows[i][0];
        }
        return scores;
    }

    @Test
    void findsTheDirectionInWhichMarkedGenesVaryMost() throws IOException {
        try (var node = node().run(m_data)) {
            final var scores = scores(node, "X_pca");
            assertTrue(scores[5] > 0, "the largest score is positive");
            // along the diagonal, nearly: distances grow by the square root of 2
            assertEquals(10 * Math.sqrt(2), scores[5] - scores[1], 0.05);
            assertEquals("", node.warning());
        }
    }

    @Test
    void tellsTheVariance() {
        try (var node = node().set("components", 2).run(m_data)) {
            final var table = node.table(1);
            assertEquals(List.of("PC1", "PC2"), Rows.ids(table));
            // g0 and g1: variance 15.5 each, g2 0.3; the third direction has none
            assertEquals(31.3, Rows.number(table, "PC1", "Variance") + Rows.number(table, "PC2", "Variance"), 1e-6);
            assertEquals(1, Rows.number(table, "PC2", "Cumulative ratio"), 1e-9);
        }
    }

    @Test
    void tellsTheLoadingsOfTheGenesThatTookPart() {
        try (var node = node().run(m_data)) {
            final var table = node.table(2);
            assertEquals(List.of("g0", "g1", "g2"), Rows.ids(table));
            assertEquals(Math.sqrt(0.5), Rows.number(table, "g0", "PC1"), 1e-3);
            assertEquals(Rows.number(table, "g0", "PC1"), Rows.number(table, "g1", "PC1"), 1e-9);
            double squares = 0;
            for (final var gene : Rows.ids(table)) {
                squares += Math.pow(Rows.number(table, gene, "PC1"), 2);
            }
            assertEquals(1, squares, 1e-9);
            assertTrue(table.getDataTableSpec().equalStructure((DataTableSpec)node.host().outputSpec(2)));
        }
    }

    @Test
    void keepsTheLoadingsInVarm() throws IOException {
        try (var node = node().run(m_data)) {
            final var loadings = node.<AnnDataPortObject> output(0).open().varm().get("PCs").copy(0, 4);
            assertEquals(Rows.number(node.table(2), "g1", "PC1"), loadings[1][0], 1e-6);
            assertEquals(0, loadings[3][0], "g3 took no part");
            assertEquals(Map.of("PCs", 1), node.<AnnDataPortObject> output(0).getSpec().outline().varm());
        }
    }

    @Test
    void keepsTheVarianceInUns() throws IOException {
        try (var node = node().run(m_data)) {
            final var uns = node.<AnnDataPortObject> output(0).open().uns();
            assertEquals("test", uns.get("title"), "what was there stays");
            final var pca = (Map<?, ?>)uns.get("pca");
            final var variance = (List<?>)pca.get("variance");
            assertEquals(Rows.number(node.table(1), "PC1", "Variance"), (double)variance.get(0));
            assertEquals(1, ((List<?>)pca.get("variance_ratio")).size());
        }
    }

    @Test
    void usesAllGenesIfAskedTo() {
        try (var node = node().set("highlyVariable", false).run(m_data)) {
            assertTrue(Rows.number(node.table(1), "PC1", "Variance") > 2000, "g3 has a variance of 2430");
        }
    }

    @Test
    void doesNotDependOnTheSeed() throws IOException {
        try (var one = node().run(m_data); var other = node().set("seed", 7).run(m_data)) {
            assertArrayEquals(scores(one, "X_pca"), scores(other, "X_pca"), 1e-5f);
        }
    }

    @Test
    void givesTheEmbeddingAFreeNameAndTellsItBefore() throws IOException {
        try (var node = node().set("name", "X_plane").run(m_data)) {
            assertEquals(6, scores(node, "X_plane (#1)").length);
        }
        try (var node = node().configure(m_data.getSpec())) {
            assertEquals(1, ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline().obsm().get("X_pca"));
        }
    }

    @Test
    void refusesMoreComponentsThanThereAreGenesAndDataWithoutX() {
        try (var node = node().set("components", 3)) {
            assertTrue(node.failure(m_data).startsWith("3 components of 6 cells and 3 genes are asked for"));
        }
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.configureFailure(source.<AnnDataPortObject> output(0).getSpec()).contains("matrix X"));
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        final var none = new PcaParameters();
        none.m_components = 0;
        assertTrue(assertThrows(InvalidSettingsException.class, none::validate).getMessage().contains("at least 1"));
        final var nameless = new PcaParameters();
        nameless.m_name = " ";
        assertTrue(assertThrows(InvalidSettingsException.class, nameless::validate).getMessage().contains("no name"));
        assertDoesNotThrow(() -> new PcaParameters().validate());
    }
}
