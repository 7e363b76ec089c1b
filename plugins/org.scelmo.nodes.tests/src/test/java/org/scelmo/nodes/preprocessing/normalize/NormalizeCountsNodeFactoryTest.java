package org.scelmo.nodes.preprocessing.normalize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

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
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class NormalizeCountsNodeFactoryTest {

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
        return TestNode.of(NormalizeCountsNodeFactory::new);
    }

    private static AnnDataPortObject result(final TestNode node) {
        return node.output(0);
    }

    private static float[] values(final RowBlocks x) throws IOException {
        try (var cursor = x.open()) {
            return cursor.next(10).values();
        }
    }

    private static float[] x(final TestNode node) throws IOException {
        return values(result(node).open().x().orElseThrow());
    }

    @Test
    void scalesAndTakesTheLogarithm() throws IOException {
        try (var node = node().run(m_data)) {
            final var all = (float)Math.log1p(10_000);
            final var half = (float)Math.log1p(5_000);
            assertArrayEquals(new float[]{(float)Math.log1p(7_500), (float)Math.log1p(2_500), half, half, all, half,
                half, all}, x(node));
            assertTrue(node.warning().contains("1 of 6 cells have no counts"), node.warning());
            assertFalse(node.warning().contains("normalized already"), node.warning());
        }
    }

    @Test
    void scalesToTheMedianWithoutLogarithmIfAskedTo() throws IOException {
        try (var node = node().set("target", "MEDIAN").set("log", false).run(m_data)) {
            // sums 4, 4, 4, 2, 1 and a cell without counts
            assertArrayEquals(new float[]{3, 1, 2, 2, 4, 2, 2, 4}, x(node));
        }
    }

    @Test
    void keepsTheCountsAsALayerThatIsShared() throws IOException {
        try (var node = node().run(m_data)) {
            final var output = result(node);
            assertArrayEquals(new float[]{3, 1, 2, 2, 4, 1, 1, 1}, values(output.open().layers().get("counts")));
            assertEquals(AnnDataOutline.of(output.open(), output.getSpec().outline().notes()),
                output.getSpec().outline());
            assertEquals(m_data.parts().stream().filter(p -> p.name().equals("X")).findFirst().orElseThrow().checksum(),
                output.parts().stream().filter(p -> p.name().equals("layers/counts")).findFirst().orElseThrow()
                    .checksum());
        }
        try (var node = node().set("keepCounts", false).run(m_data)) {
            assertTrue(result(node).open().layers().isEmpty());
        }
    }

    @Test
    void tellsItsOutputBeforeItIsExecuted() {
        try (var node = node().configure(m_data.getSpec())) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertEquals(List.of("counts"), outline.layers());
            assertTrue(outline.notes().get(2).contains("sums to 10,000, then log(1 + x)"), outline.notes().toString());
        }
    }

    @Test
    void warnsWithTheReasonIfTheDataLookNormalized() {
        try (var once = node().run(m_data); var twice = node().run(result(once))) {
            assertTrue(twice.warning().contains("X looks normalized already. The values are not whole numbers, and "
                + "exp(x) − 1 of every cell sums to 10,000."), twice.warning());
        }
    }

    @Test
    void failsWithTheReasonIfAskedTo() {
        try (var once = node().set("log", false).run(m_data); var twice = node().set("ifNormalized", "FAIL")) {
            assertFalse(once.warning().contains("already"), once.warning());
            final var x = CsrMatrix.fromDense(new float[][]{{0.5f, 0.5f, 0, 0}, {0.25f, 0.75f, 0, 0}, new float[4],
                new float[4], new float[4], new float[4]});
            try (var source = SourceNodeFactory.of(TestData.cells().withX(RowBlocks.of(x)))) {
                assertTrue(twice.failure(source.output(0)).contains("every cell sums to 1.000"));
            }
        }
    }

    @Test
    void normalizesNothingWhereThereIsNothing() throws IOException {
        final var none = CsrMatrix.wrap(6, 4, new long[7], new int[0], new float[0]);
        try (var source = SourceNodeFactory.of(TestData.cells().withX(RowBlocks.of(none)));
                var node = node().set("target", "MEDIAN").run(source.output(0))) {
            assertEquals(0, x(node).length);
            assertTrue(node.warning().contains("6 of 6 cells have no counts"), node.warning());
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
    void refusesATargetThatIsNotPositiveAndDataWithoutX() {
        final var parameters = new NormalizeCountsParameters();
        for (final var sum : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            parameters.m_targetSum = sum;
            final var refused = assertThrows(InvalidSettingsException.class, parameters::validate);
            assertTrue(refused.getMessage().contains("above 0"), refused.getMessage());
        }
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.configureFailure(source.<AnnDataPortObject> output(0).getSpec()).contains("matrix X"));
        }
    }
}
