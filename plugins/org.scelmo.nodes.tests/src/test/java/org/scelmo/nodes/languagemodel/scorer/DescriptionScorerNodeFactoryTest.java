package org.scelmo.nodes.languagemodel.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

class DescriptionScorerNodeFactoryTest {

    private static final List<String> COLUMNS = List.of("text", "reference");

    private static final BufferedDataTable TEXTS = LanguageModelNode.table(COLUMNS,
        new String[]{"a b c d e", "a b c d e"}, new String[]{"a b x y z", "a b c d e"}, new String[]{"a", null});

    private static TestNode node() {
        return TestNode.of(DescriptionScorerNodeFactory::new).set("texts", "text").set("references", "reference");
    }

    @Test
    void equalTextsScoreOneAndOthersByTheirCommonWords() {
        try (var node = node().run(TEXTS)) {
            final var table = node.table(0);
            final var ids = Rows.ids(table);
            assertEquals(1, Rows.number(table, ids.get(0), "BLEU-4"), 1e-12);
            // two of five words, one of four pairs: sqrt(2/5 · 1/4)
            assertEquals(0.4, Rows.number(table, ids.get(1), "BLEU-1"), 1e-12);
            assertEquals(Math.sqrt(0.1), Rows.number(table, ids.get(1), "BLEU-2"), 1e-12);
            assertNull(Rows.cells(table, "BLEU-1").get(2));
            assertEquals(0.7, Rows.number(node.table(1), "BLEU-1", "Mean"), 1e-12);
            assertTrue(node.warning().startsWith("1 of 3 rows have no text or no reference"), node.warning());
        }
    }

    @Test
    void missingColumnIsNamed() {
        try (var node = node().set("references", "summary")) {
            assertEquals("The reference column 'summary' is missing in the input table.",
                node.configureFailure(TEXTS.getDataTableSpec()));
        }
    }

    @Test
    void emptyTableHasNoMeans() {
        try (var node = node().run(LanguageModelNode.table(COLUMNS))) {
            assertNull(Rows.cells(node.table(1), "Mean").get(0));
            assertTrue(node.table(0).getDataTableSpec().containsName("BLEU-4"));
        }
    }
}
