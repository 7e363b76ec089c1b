package org.scelmo.nodes.languagemodel.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class CellSentencesNodeFactoryTest {

    private static final String PREFIX = "A cell with genes ranked by expression: ";

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    @Test
    void genesAreNamedByTheirExpressionAndAmongEqualsTheLaterFirst() {
        try (var node = TestNode.of(CellSentencesNodeFactory::new).run(m_data)) {
            final var table = node.table(0);
            assertEquals(List.of("c0", "c1", "c2", "c3", "c4", "c5"), Rows.ids(table));
            assertEquals(Arrays.asList(PREFIX + "g0 g2", PREFIX + "g2 g0", PREFIX + "g1", PREFIX + "g2 g1",
                PREFIX + "g0", null), Rows.texts(table, "Sentence"));
            assertEquals("1 of 6 cells express nothing and have no sentence.", node.warning());
        }
    }

    @Test
    void sentenceTakesOtherNamesWordsAndLengths() {
        try (var node = TestNode.of(CellSentencesNodeFactory::new).set("genes", 1).set("prefix", "Genes: ")
            .set("geneColumn", "symbol").run(m_data)) {
            assertEquals("Genes: CD19", Rows.texts(node.table(0), "Sentence").get(0));
        }
    }

    @Test
    void badSettingsAreTold() {
        try (var node = TestNode.of(CellSentencesNodeFactory::new).set("geneColumn", "nothing")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("nothing"));
        }
        try (var node = TestNode.of(CellSentencesNodeFactory::new)) {
            node.set("genes", 5).configure(m_data.getSpec());
        }
    }
}
