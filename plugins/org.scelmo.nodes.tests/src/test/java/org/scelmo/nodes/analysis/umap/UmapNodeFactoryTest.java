package org.scelmo.nodes.analysis.umap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.analysis.clusters.CellNeighborsAndClustersNodeFactory;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.GroupedCells;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestNode;

class UmapNodeFactoryTest {

    private static TestNode node() {
        return TestNode.of(UmapNodeFactory::new).set("neighbors", 8);
    }

    private static float[][] places(final TestNode node, final String name) throws IOException {
        return node.<AnnDataPortObject> output(0).open().obsm().get(name).copy(0, GroupedCells.CELLS);
    }

    private static double distance(final float[] a, final float[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    @Test
    void placesGroupsApart() throws IOException {
        try (var source = SourceNodeFactory.of(GroupedCells.of(3)); var node = node().run(source.output(0))) {
            final var places = places(node, "X_umap");
            double within = 0;
            double between = 0;
            for (int i = 0; i < 29; i++) {
                within += distance(places[i], places[i + 1]);
                between += distance(places[i], places[30 + i]);
            }
            assertTrue(between > 1.5 * within, within + " and " + between);
            assertEquals(places[4][1], Rows.number(node.table(1), "cell4", "UMAP2"), 1e-6);
            assertTrue(node.table(1).getDataTableSpec().equalStructure((DataTableSpec)node.host().outputSpec(1)));
        }
    }

    @Test
    void drawsTheStoredGraphIfThereIsOne() throws IOException {
        try (var source = SourceNodeFactory.of(GroupedCells.of(2));
                var clusters = TestNode.of(CellNeighborsAndClustersNodeFactory::new).set("neighbors", 8)
                    .run(source.output(0));
                var stored = TestNode.of(UmapNodeFactory::new).run(clusters.<AnnDataPortObject> output(0));
                var computed = node().set("graph", "<none>").run(source.output(0))) {
            assertArrayEquals(places(computed, "X_umap"), places(stored, "X_umap"));
        }
    }

    @Test
    void threeDimensionsAndANameThatIsTaken() throws IOException {
        try (var source = SourceNodeFactory.of(GroupedCells.of(2));
                var node = node().set("dimensions", "THREE").set("name", "X_space").run(source.output(0))) {
            assertEquals(3, places(node, "X_space (#1)")[0].length);
            assertEquals(3, node.table(1).getDataTableSpec().getNumColumns());
        }
    }

    @Test
    void tellsOfPartsThatNoEdgeJoinsAndWhatComesOutBefore() {
        try (var source = SourceNodeFactory.of(GroupedCells.of(50)); var node = node().run(source.output(0))) {
            assertTrue(node.warning().contains("3 parts"), node.warning());
        }
        try (var source = SourceNodeFactory.of(GroupedCells.of(5));
                var node = node().configure(source.<AnnDataPortObject> output(0).getSpec())) {
            assertEquals(2, ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline().obsm().get("X_umap"));
        }
    }

    @Test
    void refusesGraphsOfOtherKinds() {
        final var dense = new float[GroupedCells.CELLS][GroupedCells.CELLS];
        dense[0][1] = 0.5F;
        final var oneWay = GroupedCells.of(1).withObsp("connectivities", RowBlocks.of(CsrMatrix.fromDense(dense)));
        dense[1][0] = 0.5F;
        dense[2][3] = 7;
        final var far = GroupedCells.of(1).withObsp("connectivities", RowBlocks.of(CsrMatrix.fromDense(dense)));
        try (var one = SourceNodeFactory.of(oneWay); var two = SourceNodeFactory.of(far); var node = node();
                var missing = node().set("graph", "no")) {
            assertTrue(node.failure(one.output(0)).contains("not symmetric"));
            assertTrue(node.failure(two.output(0)).contains("weight 7.0"));
            assertTrue(missing.configureFailure(one.<AnnDataPortObject> output(0).getSpec()).contains("no graph 'no'"));
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertRefused("at least 2", p -> p.m_neighbors = 1);
        assertRefused("minimum distance", p -> p.m_minDist = 2);
        assertRefused("epochs", p -> p.m_epochs = -1);
        assertRefused("no name", p -> p.m_name = "");
    }

    private static void assertRefused(final String told, final Consumer<UmapParameters> change) {
        final var parameters = new UmapParameters();
        change.accept(parameters);
        final var refused = assertThrows(InvalidSettingsException.class, parameters::validate);
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }
}
