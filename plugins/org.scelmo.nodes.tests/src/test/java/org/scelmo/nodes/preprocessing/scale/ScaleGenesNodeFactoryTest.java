package org.scelmo.nodes.preprocessing.scale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class ScaleGenesNodeFactoryTest {

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
        return TestNode.of(ScaleGenesNodeFactory::new);
    }

    private static AnnData result(final TestNode node) throws IOException {
        return node.<AnnDataPortObject> output(0).open();
    }

    private static float[] values(final TestNode node) throws IOException {
        try (var cursor = result(node).x().orElseThrow().open()) {
            return cursor.next(10).values();
        }
    }

    @Test
    void givesEveryGeneTheSameSpread() throws IOException {
        try (var node = node().run(m_data)) {
            final var var = result(node).var();
            // g0 is 3, 2, 0, 0, 1, 0; g3 is 0 everywhere
            assertEquals(List.of("symbol", "mean", "std"), List.copyOf(var.columns().keySet()));
            assertArrayEquals(new double[]{1, 5 / 6.0, 4 / 6.0, 0}, ((RealColumn)var.column("mean").orElseThrow())
                .values(), 1e-12);
            final double std = Math.sqrt(8 / 5.0);
            assertEquals(std, ((RealColumn)var.column("std").orElseThrow()).values()[0], 1e-12);
            assertEquals((float)(2 / std), values(node)[0]);
            assertEquals(3 * 6, result(node).x().orElseThrow().nnz() + 1, "g0 of c4 is the mean; g3 stays 0");
            assertEquals("", node.warning());
        }
    }

    @Test
    void keepsDataSparseIfNotCentered() throws IOException {
        try (var node = node().set("center", false).run(m_data)) {
            assertEquals(8, result(node).x().orElseThrow().nnz());
            assertEquals((float)(3 / Math.sqrt(8 / 5.0)), values(node)[0]);
        }
    }

    @Test
    void limitsLargeValues() throws IOException {
        try (var node = node().set("max", 1.5).run(m_data)) {
            assertEquals(1.5f, values(node)[0]);
        }
        try (var node = node().set("max", 1.5).set("clip", false).run(m_data)) {
            assertTrue(values(node)[0] > 1.5f);
        }
    }

    @Test
    void tellsItsOutputBeforeItIsExecuted() throws IOException {
        try (var node = node().configure(m_data.getSpec()); var executed = node().run(m_data)) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            final var output = executed.<AnnDataPortObject> output(0);
            assertEquals(output.getSpec().outline(), outline);
            assertEquals(AnnDataOutline.of(output.open(), outline.notes()), outline);
        }
    }

    @Test
    void refusesASingleCellAndDataWithoutX() {
        final var data = TestData.cells();
        final var single = data.withX(RowBlocks.of(CsrMatrix.fromDense(new float[6][4]))).select(new int[]{0},
            new int[]{0, 1, 2, 3});
        try (var source = SourceNodeFactory.of(single); var node = node()) {
            assertTrue(node.failure(source.output(0)).startsWith("The data have fewer than two cells"));
        }
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.configureFailure(source.<AnnDataPortObject> output(0).getSpec()).contains("matrix X"));
        }
    }

    @Test
    void refusesAMaximumThatIsNotPositive() {
        final var parameters = new ScaleGenesParameters();
        parameters.m_max = 0;
        assertTrue(
            assertThrows(InvalidSettingsException.class, parameters::validate).getMessage().contains("above 0"));
        parameters.m_clip = false;
        assertDoesNotThrow(parameters::validate);
    }
}
