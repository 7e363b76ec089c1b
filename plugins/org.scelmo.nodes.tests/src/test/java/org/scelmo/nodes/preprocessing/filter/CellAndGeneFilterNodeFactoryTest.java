package org.scelmo.nodes.preprocessing.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class CellAndGeneFilterNodeFactoryTest {

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
        return TestNode.of(CellAndGeneFilterNodeFactory::new);
    }

    /** A node whose only limits are these. */
    private static TestNode node(final int minGenes, final int minCells) {
        return node().set("minGenes", minGenes).set("minCells", minCells).set("mitoPrefix", "g2");
    }

    private static AnnDataPortObject result(final TestNode node) {
        return node.output(0);
    }

    @Test
    void annotationsAreKnownBeforeExecutionButNotHowManyCellsAreLeft() {
        try (var node = node(2, 2).configure(m_data.getSpec())) {
            final var told = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertEquals(AnnDataOutline.UNKNOWN, told.cells());
            node.run(m_data);
            final var made = result(node).getSpec().outline();
            assertEquals(made.obs().stream().map(ColumnOutline::name).toList(),
                told.obs().stream().map(ColumnOutline::name).toList());
            assertEquals(made.var(), told.var());
            assertEquals(made.obsm(), told.obsm());
        }
    }

    @Test
    void removesCellsAndThenGenesOfWhatIsLeft() throws IOException {
        try (var node = node(2, 2).run(m_data)) {
            final var data = result(node).open();
            assertArrayEquals(new String[]{"c0", "c1", "c3"}, data.obs().index());
            assertArrayEquals(new String[]{"g0", "g2"}, data.var().index());
            try (var cursor = data.x().orElseThrow().open()) {
                assertArrayEquals(new float[]{3, 1, 2, 2, 1}, cursor.next(10).values());
            }
            assertArrayEquals(new float[][]{{1, 0}, {2, 0.1f}, {0.1f, 2}}, data.obsm().get("X_plane").copy(0, 3));
            assertEquals("T", data.obs().column("cell_type").orElseThrow().text(2));
            assertEquals("LYZ", data.var().column("symbol").orElseThrow().text(1));
            assertEquals("test", data.uns().get("title"));
            assertTrue(result(node).getSpec().outline().notes().get(1).contains("Kept 3 of 6 cells and 2 of 4 genes"));
        }
    }

    @Test
    void tellsTheMetricsOfAllCellsAndGenes() {
        try (var node = node(2, 2).run(m_data)) {
            final var cells = node.table(1);
            assertEquals(List.of("c0", "c1", "c2", "c3", "c4", "c5"), Rows.ids(cells));
            assertEquals(List.of("2", "2", "1", "2", "1", "0"), Rows.texts(cells, "n_genes_by_counts"));
            assertEquals(25, Rows.number(cells, "c0", "pct_counts_mt"));
            assertNull(Rows.cells(cells, "pct_counts_mt").get(5), "a cell without counts has no share");
            assertEquals(List.of("true", "true", "false", "true", "false", "false"), Rows.texts(cells, "kept"));
            final var genes = node.table(2);
            assertEquals(List.of("2", "1", "3", "0"), Rows.texts(genes, "n_cells_by_counts"));
            assertEquals(4, Rows.number(genes, "g2", "total_counts"));
            assertEquals(List.of("true", "false", "true", "false"), Rows.texts(genes, "kept"));
        }
    }

    @Test
    void addsTheMetricsToTheAnnotationsAndTellsThemInTheOutline() throws IOException {
        try (var node = node(0, 0).run(m_data); var again = node(0, 0).run(result(node))) {
            final var output = result(node);
            assertEquals(6, output.open().cells());
            assertEquals(AnnDataOutline.of(output.open(), output.getSpec().outline().notes()),
                output.getSpec().outline());
            assertEquals(m_data.parts().stream().filter(p -> p.name().equals("X")).toList(),
                output.parts().stream().filter(p -> p.name().equals("X")).toList(), "X is shared");
            assertEquals(output.getSpec().outline().obs(), result(again).getSpec().outline().obs(),
                "metrics of the same name are replaced");
        }
    }

    @Test
    void removesCellsByMitochondrialCounts() throws IOException {
        try (var node = node(0, 0).setOptional("maxMito", 25).run(m_data)) {
            assertArrayEquals(new String[]{"c0", "c2", "c4"}, result(node).open().obs().index());
        }
    }

    @Test
    void looksForThePrefixInAColumnOfVar() {
        try (var node = node(0, 0).set("geneColumn", "symbol").set("mitoPrefix", "lyz").run(m_data)) {
            assertEquals(50, Rows.number(node.table(1), "c3", "pct_counts_mt"));
            assertEquals("", node.warning());
        }
    }

    @Test
    void warnsIfNothingIsMitochondrialOrValuesAreFractions() {
        final var x = CsrMatrix.fromDense(new float[][]{{0.5f, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0},
            {1, 0, 0, 0}, {1, 0, 0, 0}});
        try (var source = SourceNodeFactory.of(TestData.cells().withX(RowBlocks.of(x)));
                var node = node(0, 0).set("mitoPrefix", "MT-").run(source.output(0))) {
            assertTrue(node.warning().contains("not whole numbers"), node.warning());
            assertTrue(node.warning().contains("No gene's name begins with 'MT-'"), node.warning());
        }
    }

    @Test
    void refusesToLeaveNothing() {
        try (var node = node()) {
            assertEquals("None of the 6 cells passes the filter.", node.failure(m_data));
            assertTrue(node.host().fileStores().isEmpty(), "nothing half-written stays");
        }
    }

    @Test
    void refusesNegativeValues() {
        final var x = CsrMatrix.fromDense(new float[][]{{-1, 0, 0, 0}, new float[4], new float[4], new float[4],
            new float[4], new float[4]});
        try (var source = SourceNodeFactory.of(TestData.cells().withX(RowBlocks.of(x))); var node = node()) {
            assertTrue(node.failure(source.output(0)).contains("negative value -1.0 in row 0"));
        }
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertTrue(refusal(p -> p.m_maxMito = Optional.of(120.0)).contains("percentage"));
        assertTrue(refusal(p -> p.m_maxMito = Optional.of(Double.NaN)).contains("percentage"));
        assertTrue(refusal(p -> p.m_maxGenes = Optional.of(199)).contains("above the maximum 199"));
        assertDoesNotThrow(() -> new CellAndGeneFilterParameters().validate());
    }

    private static String refusal(final Consumer<CellAndGeneFilterParameters> change) {
        final var parameters = new CellAndGeneFilterParameters();
        change.accept(parameters);
        return assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
    }

    @Test
    void refusesDataWithoutXAndAMissingColumn() {
        try (var node = node(0, 0).set("geneColumn", "ensembl")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'ensembl'"));
        }
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.configureFailure(source.<AnnDataPortObject> output(0).getSpec()).contains("matrix X"));
        }
    }
}
