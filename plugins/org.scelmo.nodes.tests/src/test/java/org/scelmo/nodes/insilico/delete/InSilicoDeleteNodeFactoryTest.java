package org.scelmo.nodes.insilico.delete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class InSilicoDeleteNodeFactoryTest {

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

    /** B cells against T cells, of one donor. */
    private static TestNode node() {
        return TestNode.of(InSilicoDeleteNodeFactory::new).set("condition", "cell_type").set("control", "B")
            .set("disease", "T").set("bootstraps", 20);
    }

    @Test
    void scoresTheDeletionOfEveryGeneAndOfPairs() {
        // mean B = (3 + 2 + 1) g0 / 3 = (2, 0); mean T = 5 g1 / 2 = (0, 5): orthogonal; g2 has no vector
        try (var node = node().set("mode", "SUM").set("where", "DISEASE").set("pairs", 2).run(m_data, m_vectors)) {
            final var scores = node.table(0);
            assertEquals(List.of("g0", "g3", "g1"), Rows.texts(scores, "Gene"));
            assertEquals(0, Rows.number(scores, "Row0", "CS old"), 1e-12);
            assertEquals(0, Rows.number(scores, "Row0", "Score"), 1e-12);
            assertNull(Rows.cells(scores, "Score").get(2), "nothing is left of the T cells without g1");
            assertEquals(List.of("g0"), Rows.texts(node.table(1), "Gene 1"));
            assertTrue(node.warning().contains("1 of 4 genes have no vector"), node.warning());
            assertTrue(node.warning().contains("1 of 6 cells are neither control nor disease"), node.warning());
        }
    }

    @Test
    void deletesOnlyTheGenesOfTheListOrTheMarkers() {
        try (var node = node().set("genes", "LIST").set("list", "g1, g3\nnone").run(m_data, m_vectors)) {
            assertEquals(2, node.table(0).size());
            assertTrue(node.warning().contains("1 of 3 genes of the list"), node.warning());
        }
        try (var node = node().set("genes", "MARKERS").set("markers", 1).run(m_data, m_vectors)) {
            assertEquals(List.of("g1"), Rows.texts(node.table(0), "Gene"));
        }
    }

    @Test
    void treatsEachCellTypeOnItsOwn() {
        try (var node = node().set("cellType", "donor").run(m_data, m_vectors)) {
            assertEquals(List.of("d1", "d1", "d1"), Rows.texts(node.table(0), "Cell type"));
            assertTrue(node.warning().contains("'d2' was left out"), node.warning());
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        try (var node = node().set("disease", "B")) {
            assertEquals("Control and disease are both 'B'.", node.configureFailure(m_data.getSpec(),
                m_vectors.getSpec()));
        }
        try (var node = node().set("condition", "nothing")) {
            assertEquals("The cells have no annotation 'nothing'.", node.configureFailure(m_data.getSpec(),
                m_vectors.getSpec()));
        }
        try (var node = TestNode.of(InSilicoDeleteNodeFactory::new)) {
            assertEquals("The two groups of cells are not chosen.", node.configureFailure(m_data.getSpec(),
                m_vectors.getSpec()));
        }
        try (var node = node().set("disease", "NK")) {
            assertEquals("No cell has the condition 'NK'.", node.failure(m_data, m_vectors));
        }
        try (var node = node().set("genes", "LIST").set("list", "x y")) {
            assertTrue(node.failure(m_data, m_vectors).startsWith("None of the 2 genes of the list"));
        }
    }

    @Test
    void refusesVectorsOfZerosAndValuesThatAreNoNumbers() {
        final var zeros = SourceNodeFactory.embedding(List.of("g0", "g1"), new float[2][2]);
        try (var source = SourceNodeFactory.of(nan(), zeros); var node = node()) {
            assertEquals("The mean vector of the control cells is zero, so that it has no angle to the other group.",
                node.failure(m_data, source.output(1)));
        }
        try (var source = SourceNodeFactory.of(nan(), zeros); var node = node()) {
            final var failure = node.failure(source.output(0), m_vectors);
            assertTrue(failure.contains("NaN in cell 'c1', gene 'g1'"), failure);
        }
    }

    private static AnnData nan() {
        final var x = new float[6][4];
        x[1][1] = Float.NaN;
        return TestData.cells().withX(RowBlocks.of(CsrMatrix.fromDense(x)));
    }
}
