package org.scelmo.nodes.preprocessing.proteins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class NormalizeProteinsNodeFactoryTest {

    /** The mean of log(1 + x) is log(2) for the first protein: g is 2. */
    private static final float[][] COUNTS = {{3, 0}, {0, 1}, {3, 0}, {0, 1}, {3, 0}, {0, 1}};

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells().withObsm("protein_expression", DenseMatrix.of(COUNTS, 2)));
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(NormalizeProteinsNodeFactory::new);
    }

    private static AnnData result(final TestNode node) throws IOException {
        return node.<AnnDataPortObject> output(0).open();
    }

    private static float[] values(final RowBlocks x) throws IOException {
        try (var cursor = x.open()) {
            return cursor.next(10).values();
        }
    }

    @Test
    void addsTheRatiosOfAnEmbeddingNamedLikeProteins() throws IOException {
        try (var node = node().run(m_data)) {
            final var ratios = result(node).obsm().get("protein_expression_clr").copy(0, 2);
            final var center = (float)Math.sqrt(2);
            assertArrayEquals(new float[]{(float)Math.log1p(3 / 2.0), 0}, ratios[0], 1e-6f);
            assertArrayEquals(new float[]{0, (float)Math.log1p(1 / center)}, ratios[1], 1e-6f);
            assertArrayEquals(COUNTS, result(node).obsm().get("protein_expression").copy(0, 6));
            assertEquals("", node.warning());
        }
    }

    @Test
    void transformsXWithinCellsAndKeepsTheCounts() throws IOException {
        try (var node = node().set("proteins", "<X>").set("margin", "PROTEINS").run(m_data)) {
            // 3, 0, 1, 0: g is the fourth root of 4 · 2
            assertEquals((float)Math.log1p(3 / Math.pow(8, 0.25)), values(result(node).x().orElseThrow())[0], 1e-6f);
            assertArrayEquals(new float[]{3, 1, 2, 2, 4, 1, 1, 1}, values(result(node).layers().get("counts")));
            assertEquals("1 of 6 cells have no protein counts and stay so; Cell and Gene Filter can remove them.",
                node.warning());
        }
        try (var node = node().set("proteins", "<X>").set("keepCounts", false).run(m_data)) {
            assertTrue(result(node).layers().isEmpty());
        }
    }

    @Test
    void tellsItsOutputBeforeItIsExecuted() throws IOException {
        for (final var proteins : List.of("<automatic>", "<X>", "X_plane")) {
            try (var node = node().set("proteins", proteins).configure(m_data.getSpec());
                    var executed = node().set("proteins", proteins).run(m_data)) {
                final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
                final var output = executed.<AnnDataPortObject> output(0);
                assertEquals(output.getSpec().outline(), outline);
                assertEquals(AnnDataOutline.of(output.open(), outline.notes()), outline);
            }
        }
    }

    @Test
    void warnsOfFractionsAndRefusesNegativeValues() {
        try (var node = node().set("proteins", "X_plane").run(m_data)) {
            assertTrue(node.warning().startsWith("Not all values are whole numbers"), node.warning());
        }
        final var negative = TestData.cells().withX(RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 0, 0, 0},
            {0, -2, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}})));
        try (var source = SourceNodeFactory.of(negative); var node = node()) {
            assertTrue(node.failure(source.output(0)).startsWith("The protein matrix holds the negative value -2.0"));
        }
    }

    @Test
    void refusesAMissingMatrix() {
        try (var node = node().set("proteins", "adt")) {
            assertEquals("The embedding 'adt' is missing in the data.", node.configureFailure(m_data.getSpec()));
        }
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.configureFailure(source.<AnnDataPortObject> output(0).getSpec())
                .contains("have no matrix X"));
        }
    }
}
