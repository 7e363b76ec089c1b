package org.scelmo.nodes.io.embeddingtotable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class EmbeddingToTableNodeFactoryTest {

    private TestNode m_source;

    private EmbeddingPortObject m_vectors;

    @BeforeEach
    void makeVectors() {
        m_source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
        m_vectors = m_source.output(1);
    }

    @AfterEach
    void dropVectors() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(EmbeddingToTableNodeFactory::new);
    }

    @Test
    void givesOneListPerName() {
        try (var node = node().run(m_vectors)) {
            assertEquals(List.of("g0", "g1", "g3", "other"), Rows.ids(node.table(0)));
            assertEquals(List.of("g0", "g1", "g3", "other"), Rows.texts(node.table(0), "Name"));
            final var vector = (ListCell)Rows.cells(node.table(0), "Embedding").get(1);
            assertEquals(2, vector.size());
            assertEquals(new DoubleCell(2), vector.get(1));
        }
    }

    @Test
    void givesOneColumnPerDimension() {
        try (var node = node().set("form", "COLUMNS").run(m_vectors)) {
            assertArrayEquals(new String[]{"Name", "Embedding_1", "Embedding_2"},
                node.table(0).getDataTableSpec().getColumnNames());
            assertEquals(9, Rows.number(node.table(0), "other", "Embedding_2"));
        }
    }

    @Test
    void tellsItsColumnsBeforeExecutionIfItCan() {
        final var open = EmbeddingPortObjectSpec.open(Provenance.unknown());
        try (var list = node().configure(open); var columns = node().set("form", "COLUMNS").configure(open)) {
            assertNotNull(list.host().outputSpec(0));
            assertNull(columns.host().outputSpec(0));
        }
    }
}
