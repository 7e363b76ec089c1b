package org.scelmo.nodes.preprocessing.hvg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class HighlyVariableGenesNodeFactoryTest {

    private static final int GENES = 60;

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(data(1));
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    /** Six cells of two donors; gene 7 differs most. */
    private static AnnData data(final float noise) {
        final var random = new Random(3);
        final var x = new float[6][GENES];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < GENES; j++) {
                x[i][j] = 1 + noise * 0.25f * random.nextFloat();
            }
            x[i][7] = i % 2 == 0 ? 2 - 0.4f * noise : 0.2f * noise;
        }
        final var genes = IntStream.range(0, GENES).mapToObj(j -> "g" + j).toArray(String[]::new);
        final var cells = TestData.cells();
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), cells.obs(), new Frame(genes, Map.of()))
            .withObsm("X_plane", cells.obsm().get("X_plane"));
    }

    private static TestNode node() {
        return TestNode.of(HighlyVariableGenesNodeFactory::new).set("topGenes", 5);
    }

    private static AnnDataPortObject result(final TestNode node) {
        return node.output(0);
    }

    @Test
    void marksTheGenesAndTellsTheirStatistics() throws IOException {
        try (var node = node().run(m_data)) {
            final var var = result(node).open().var();
            assertEquals(List.of("highly_variable", "means", "dispersions", "dispersions_norm"),
                List.copyOf(var.columns().keySet()));
            assertEquals("true", var.column("highly_variable").orElseThrow().text(7));
            final var marked = Rows.texts(node.table(1), "highly_variable");
            assertEquals(5, Collections.frequency(marked, "true"));
            assertEquals(AnnDataOutline.of(result(node).open(), result(node).getSpec().outline().notes()),
                result(node).getSpec().outline());
            assertEquals("", node.warning());
        }
    }

    @Test
    void tellsItsOutputsBeforeItIsExecuted() {
        try (var node = node().configure(m_data.getSpec()); var executed = node().run(m_data)) {
            assertEquals(result(executed).getSpec().outline(),
                ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline());
            assertTrue(executed.table(1).getDataTableSpec()
                .equalStructure((DataTableSpec)node.host().outputSpec(1)));
        }
        try (var node = node().set("keepOnly", true).configure(m_data.getSpec())) {
            final var told = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertEquals(AnnDataOutline.UNKNOWN, told.genes(), "how many genes are left is not known yet");
            assertEquals(6, told.cells());
            assertTrue(told.varColumn("highly_variable").isPresent());
        }
    }

    @Test
    void keepsOnlyTheseGenesIfAskedTo() throws IOException {
        try (var node = node().set("keepOnly", true).set("flavor", "CELL_RANGER").run(m_data)) {
            final var data = result(node).open();
            assertEquals(6, data.cells());
            assertEquals(5, data.genes());
            assertEquals(5, data.x().orElseThrow().columns());
            assertTrue(List.of(data.var().index()).contains("g7"));
            assertEquals(6, data.obsm().get("X_plane").rows());
        }
    }

    @Test
    void choosesPerBatch() {
        try (var node = node().set("batch", "donor").run(m_data)) {
            assertEquals("2", Rows.texts(node.table(1), "highly_variable_nbatches").get(7));
            assertEquals("true", Rows.texts(node.table(1), "highly_variable").get(7));
        }
    }

    @Test
    void choosesByCutoffs() {
        try (var node = node().set("selection", "CUTOFFS").run(m_data)) {
            final var table = node.table(1);
            for (final var gene : Rows.ids(table)) {
                final double mean = Rows.number(table, gene, "means");
                final boolean expected =
                    mean > 0.0125 && mean < 3 && Rows.number(table, gene, "dispersions_norm") > 0.5;
                assertEquals(Boolean.toString(expected),
                    Rows.texts(table, "highly_variable").get(Rows.ids(table).indexOf(gene)), gene);
            }
        }
    }

    @Test
    void warnsOfCountsAndOfCellsWithoutBatch() {
        try (var source = SourceNodeFactory.of(data(0)); var node = node().run(source.output(0))) {
            assertTrue(node.warning().contains("whole numbers"), node.warning());
        }
        try (var node = node().set("batch", "cell_type").run(m_data)) {
            assertEquals("1 of 6 cells have no batch and are left out.", node.warning());
        }
    }

    @Test
    void saysThatNoGeneKeepsTheCutoffs() {
        try (var node = node().set("selection", "CUTOFFS")) {
            final var flat = data(0).withX(RowBlocks.of(CsrMatrix.wrap(6, GENES, new long[7], new int[0],
                new float[0])));
            try (var source = SourceNodeFactory.of(flat)) {
                assertEquals("No gene is highly variable.", node.failure(source.output(0)));
            }
        }
    }

    @Test
    void refusesDataWithoutXAndAMissingBatch() {
        try (var node = node().set("batch", "sample")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'sample'"));
        }
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.configureFailure(source.<AnnDataPortObject> output(0).getSpec()).contains("matrix X"));
        }
    }

    private static TestNode countsNode() {
        return node().set("flavor", "SEURAT_V3");
    }

    /** Counts of six cells; gene 7 varies most. */
    private static RowBlocks counts(final float factor) {
        final var random = new Random(5);
        final var x = new float[6][GENES];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < GENES; j++) {
                x[i][j] = factor * (1 + j / 4 + random.nextInt(4 + j / 3));
            }
            x[i][7] = factor * (i % 2 == 0 ? 30 : 0);
        }
        return RowBlocks.of(CsrMatrix.fromDense(x));
    }

    @Test
    void findsGenesInTheLayerOfCounts() throws IOException {
        try (var source = SourceNodeFactory.of(data(1).withLayer("counts", counts(1)));
                var node = countsNode().set("batch", "donor").run(source.output(0))) {
            final var var = result(node).open().var();
            assertEquals(List.of("highly_variable", "highly_variable_rank", "means", "variances", "variances_norm",
                "highly_variable_nbatches"), List.copyOf(var.columns().keySet()));
            assertEquals("true", var.column("highly_variable").orElseThrow().text(7));
            assertEquals(0, Rows.number(node.table(1), "g7", "highly_variable_rank"));
            assertEquals(AnnDataOutline.of(result(node).open(), result(node).getSpec().outline().notes()),
                result(node).getSpec().outline());
            assertEquals("", node.warning());
        }
    }

    @Test
    void takesXWithoutALayerAndWarnsOfFractions() {
        try (var source = SourceNodeFactory.of(data(1).withX(counts(1.25f)));
                var node = countsNode().run(source.output(0))) {
            assertEquals("true", Rows.texts(node.table(1), "highly_variable").get(7));
            assertEquals("Seurat v3 is made for counts, but not all values of X are whole numbers.", node.warning());
        }
    }

    @Test
    void refusesNormalizedCountsAndAMissingLayer() {
        try (var node = countsNode()) {
            final var failure = node.failure(m_data);
            assertTrue(failure.startsWith("Seurat v3 needs counts, but those in X look normalized. The values are not "
                + "whole numbers"), failure);
        }
        try (var node = countsNode().set("counts", "raw")) {
            assertEquals("The layer 'raw' is missing in the data.", node.configureFailure(m_data.getSpec()));
        }
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = countsNode()) {
            final var failure = node.configureFailure(source.<AnnDataPortObject> output(0).getSpec());
            assertTrue(failure.contains("neither a layer 'counts' nor an expression matrix X"), failure);
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertTrue(refusal(p -> p.m_topGenes = 0).contains("at least 1"));
        assertTrue(refusal(p -> {
            p.m_selection = HighlyVariableGenesParameters.Selection.CUTOFFS;
            p.m_minMean = 3;
        }).contains("not below the maximum"));
        assertDoesNotThrow(() -> new HighlyVariableGenesParameters().validate());
    }

    private static String refusal(final Consumer<HighlyVariableGenesParameters> change) {
        final var parameters = new HighlyVariableGenesParameters();
        change.accept(parameters);
        return assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
    }
}
