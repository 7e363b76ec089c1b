package org.scelmo.nodes.languagemodel.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class EmbeddingStabilityNodeFactoryTest {

    private static TestNode source(final List<String> names, final float[]... vectors) {
        return SourceNodeFactory.of(TestData.cells(), SourceNodeFactory.embedding(names, vectors));
    }

    private static TestNode node() {
        return TestNode.of(EmbeddingStabilityNodeFactory::new);
    }

    @Test
    void comparesAnswersWithinAndBetweenNames() {
        try (var first = source(List.of("A", "B", "alone"), new float[]{1, 0}, new float[]{0, 1}, new float[]{1, 1});
                var second = source(List.of("B", "A"), new float[]{0, 3}, new float[]{1, 1});
                var node = node().run(first.output(1), second.output(1))) {
            assertEquals(List.of("A", "B"), Rows.ids(node.table(0)));
            assertEquals(Math.sqrt(0.5), Rows.number(node.table(0), "A", "Cosine"), 1e-7);
            assertEquals(1, Rows.number(node.table(0), "B", "Cosine"), 1e-7);
            final var summary = node.table(1);
            assertEquals((1 + Math.sqrt(0.5)) / 2, Rows.number(summary, "Mean cosine within names", "Value"), 1e-7);
            // A1·B1 = 0, A1·B2 = 0, A2·B1 = A2·B2 = √½
            assertEquals(Math.sqrt(0.5) / 2, Rows.number(summary, "Mean cosine between names", "Value"), 1e-7);
            assertEquals(2, Rows.number(summary, "Names", "Value"));
            assertTrue(node.warning().contains("1 names are in one input only"), node.warning());
        }
    }

    @Test
    void withoutCommonNamesThereAreNoMeans() {
        try (var first = source(List.of("A"), new float[]{1, 0}); var second = source(List.of("B"), new float[]{1, 0});
                var node = node().run(first.output(1), second.output(1))) {
            assertEquals(0, node.table(0).size());
            assertNull(Rows.cells(node.table(1), "Value").get(0));
            assertEquals(0, Rows.number(node.table(1), "Names", "Value"));
        }
    }

    @Test
    void failsOnSingleNamesIfAskedTo() {
        try (var first = source(List.of("A", "B"), new float[]{1, 0}, new float[]{0, 1});
                var second = source(List.of("B"), new float[]{1, 0}); var node = node().set("singleNames", "FAIL")) {
            assertEquals("1 names are in one input only.", node.failure(first.output(1), second.output(1)));
        }
    }

    @Test
    void vectorsOfOtherLengthAreRefused() {
        try (var first = source(List.of("A"), new float[]{1, 0}); var second = source(List.of("A"), new float[]{1});
                var node = node()) {
            assertEquals("The vectors have different lengths: 2 and 1 dimensions.",
                node.failure(first.output(1), second.output(1)));
        }
    }
}
