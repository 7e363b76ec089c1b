package org.scelmo.nodes.analysis.clusters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.GroupedCells;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class CellNeighborsAndClustersNodeFactoryTest {

    private static TestNode node() {
        return TestNode.of(CellNeighborsAndClustersNodeFactory::new).set("neighbors", 8).set("resolution", 0.2);
    }

    private static int[] codes(final TestNode node, final String name) throws IOException {
        return ((CategoricalColumn)node.<AnnDataPortObject> output(0).open().obs().column(name).orElseThrow()).codes();
    }

    @Test
    void findsGroupsTheLargestFirst() throws IOException {
        try (var source = SourceNodeFactory.of(GroupedCells.of(8)); var node = node().run(source.output(0))) {
            assertArrayEquals(IntStream.range(0, 60).map(i -> i < 30 ? 0 : i < 50 ? 1 : 2).toArray(),
                codes(node, "leiden"));
            assertTrue(node.warning().contains("falls into 3 parts"), node.warning());
        }
    }

    @Test
    void keepsGraphDistancesAndParameters() throws IOException {
        try (var source = SourceNodeFactory.of(GroupedCells.of(2)); var node = node().run(source.output(0))) {
            final var data = node.<AnnDataPortObject> output(0).open();
            assertEquals(60 * 7, data.obsp().get("distances").nnz());
            assertTrue(data.obsp().get("connectivities").nnz() > 60 * 7);
            assertEquals("grouped", data.uns().get("title"), "what was there stays");
            final var neighbors = (Map<?, ?>)data.uns().get("neighbors");
            assertEquals("connectivities", neighbors.get("connectivities_key"));
            assertEquals(8L, ((Map<?, ?>)neighbors.get("params")).get("n_neighbors"));
            assertEquals(0.2, ((Map<?, ?>)((Map<?, ?>)data.uns().get("leiden")).get("params")).get("resolution"));
            assertEquals(List.of("connectivities", "distances"),
                node.<AnnDataPortObject> output(0).getSpec().outline().obsp());
        }
    }

    @Test
    void tellsResolutionsAndWhereTheyAgreeBestWithTheTruth() {
        try (var source = SourceNodeFactory.of(GroupedCells.of(8));
                var node = node().set("scan", true).set("resolutions", "0.2, 8, 3").set("truth", "type")
                    .run(source.output(0))) {
            final var table = node.table(1);
            assertEquals(List.of("Resolution 0.2", "Resolution 8.0", "Resolution 3.0"), Rows.ids(table));
            assertEquals(3, Rows.number(table, "Resolution 0.2", "Clusters"));
            assertEquals(30, Rows.number(table, "Resolution 0.2", "Largest cluster"));
            assertEquals(1, Rows.number(table, "Resolution 0.2", "NMI"), 1e-12);
            assertEquals(1, Rows.number(table, "Resolution 0.2", "ARI"), 1e-12);
            assertEquals(List.of("true", "false", "false"), Rows.texts(table, "Best NMI (uses the truth)"));
            assertEquals(List.of("true", "false", "false"), Rows.texts(table, "In output"));
            assertTrue(Rows.number(table, "Resolution 8.0", "Clusters") > 3);
            assertTrue(table.getDataTableSpec().equalStructure((DataTableSpec)node.host().outputSpec(1)));
        }
    }

    @Test
    void withoutTruthTheTableHasNoComparison() {
        try (var source = SourceNodeFactory.of(GroupedCells.of(0.5)); var node = node().run(source.output(0))) {
            assertEquals(-1, node.table(1).getDataTableSpec().findColumnIndex("NMI"));
            assertEquals(1, Rows.ids(node.table(1)).size());
            assertEquals("", node.warning());
        }
    }

    @Test
    void cellsWithoutTruthAreLeftOutAndTold() {
        final var data = GroupedCells.of(8);
        final var codes = ((CategoricalColumn)data.obs().column("type").orElseThrow()).codes().clone();
        codes[3] = -1;
        final var holes = data.withObs(data.obs().with("type", new CategoricalColumn(codes, List.of("a", "b", "c"),
            false)).with("none", TestData.categorical(new String[60])));
        try (var source = SourceNodeFactory.of(holes);
                var node = node().set("truth", "type").run(source.output(0)); var none = node().set("truth", "none")) {
            assertEquals(1, Rows.number(node.table(1), "Resolution 0.2", "NMI"), 1e-12);
            assertTrue(node.warning().contains("1 of 60 cells have no 'type'"), node.warning());
            assertTrue(none.failure(source.output(0)).contains("nothing to compare with"));
        }
    }

    @Test
    void louvainAndCosineWorkAndTakenNamesGetANumber() throws IOException {
        final var data = GroupedCells.of(8);
        try (var source = SourceNodeFactory.of(data);
                var node = node().set("method", "LOUVAIN").set("distance", "COSINE").set("name", "type")
                    .run(source.output(0))) {
            assertEquals(60, codes(node, "type (#1)").length);
            assertTrue(IntStream.of(codes(node, "type (#1)")).max().orElseThrow() >= 2, "three types or parts of them");
        }
    }

    @Test
    void tellsTheOutputBefore() {
        try (var source = SourceNodeFactory.of(GroupedCells.of(2));
                var node = node().configure(source.<AnnDataPortObject> output(0).getSpec())) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertTrue(outline.obsColumn("leiden").isPresent());
            assertEquals(List.of("connectivities", "distances"), outline.obsp());
        }
    }

    @Test
    void equalCellsAreOneCluster() throws IOException {
        final var equal = GroupedCells.of(0).withObsm("X_space", DenseMatrix.of(new float[60][3], 3));
        try (var source = SourceNodeFactory.of(equal); var node = node().run(source.output(0))) {
            assertEquals(60, codes(node, "leiden").length);
        }
    }

    @Test
    void refusesDataThatHaveNoNeighbors() {
        final var rows = new float[60][3];
        rows[7][1] = Float.NaN;
        final var bad = GroupedCells.of(1).withObsm("X_space", DenseMatrix.of(rows, 3));
        try (var source = SourceNodeFactory.of(bad); var node = node()) {
            final var told = node.failure(source.output(0));
            assertTrue(told.contains("cell 'cell7', dimension 1 of 'X_space'"), told);
        }
        final var cells = TestData.cells();
        try (var few = SourceNodeFactory.of(cells);
                var none = SourceNodeFactory.of(AnnData.of(null, cells.obs(), cells.var())); var node = node();
                var wrong = node().set("embedding", "X_no");
                var truth = node().set("truth", "no").set("neighbors", 3)) {
            assertTrue(node.configureFailure(few.<AnnDataPortObject> output(0).getSpec()).contains("only 6 cells"));
            assertTrue(node.configureFailure(none.<AnnDataPortObject> output(0).getSpec()).contains("no embedding"));
            assertTrue(wrong.configureFailure(few.<AnnDataPortObject> output(0).getSpec()).contains("'X_no'"));
            assertTrue(truth.configureFailure(few.<AnnDataPortObject> output(0).getSpec()).contains("'no'"));
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertRefused("at least 2", p -> p.m_neighbors = 1);
        assertRefused("above 0", p -> p.m_resolution = 0);
        assertRefused("no name", p -> p.m_name = " ");
        assertRefused("'x' is no resolution", p -> {
            p.m_scan = true;
            p.m_resolutions = "1, x";
        });
        assertRefused("'-1' is no resolution", p -> {
            p.m_scan = true;
            p.m_resolutions = "-1";
        });
    }

    private static void assertRefused(final String told,
        final Consumer<CellNeighborsAndClustersParameters> change) {
        final var parameters = new CellNeighborsAndClustersParameters();
        change.accept(parameters);
        final var refused = assertThrows(InvalidSettingsException.class, parameters::validate);
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }
}
