package org.scelmo.nodes.languagemodel.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class GeneFunctionScorerNodeFactoryTest {

    private static final List<String> COLUMNS = List.of("gene", "function");

    private static final int GENES = 40;

    /** Even genes point one way, odd ones the other. */
    private static TestNode vectors() {
        final var names = new ArrayList<String>();
        final var vectors = new float[GENES][];
        for (int i = 0; i < GENES; i++) {
            names.add("g" + i);
            vectors[i] = i % 2 == 0 ? new float[]{10, i} : new float[]{-10, i};
        }
        return SourceNodeFactory.of(TestData.cells(), SourceNodeFactory.embedding(names, vectors));
    }

    private static BufferedDataTable functions(final String even, final String odd) {
        final var rows = new ArrayList<String[]>();
        for (int i = 0; i < GENES; i++) {
            rows.add(new String[]{"g" + i, i % 2 == 0 ? even : odd});
        }
        rows.add(new String[]{"g0", "another"});
        rows.add(new String[]{"not there", even});
        rows.add(new String[]{"g1", null});
        return LanguageModelNode.table(COLUMNS, rows.toArray(String[][]::new));
    }

    private static TestNode node() {
        return TestNode.of(GeneFunctionScorerNodeFactory::new).set("genes", "gene").set("functions", "function");
    }

    @Test
    void functionsThatTheVectorsTellArePredicted() {
        try (var vectors = vectors();
                var node = node().set("neighbors", 3).run(vectors.output(1), functions("even", "odd"))) {
            assertEquals(1, Rows.number(node.table(0), "Accuracy", "Value"));
            assertEquals(8, Rows.number(node.table(0), "Genes predicted", "Value"));
            assertEquals(8, node.table(1).size());
            assertEquals(Rows.texts(node.table(1), "Function"), Rows.texts(node.table(1), "Predicted"));
            assertTrue(node.warning().contains("1 rows name a gene that came before"), node.warning());
            assertTrue(node.warning().contains("1 of 41 genes with a function have no vector"), node.warning());
        }
    }

    @Test
    void theShareOfTheMostFrequentFunctionIsTold() {
        try (var vectors = vectors();
                var node = node().set("neighbors", 3).run(vectors.output(1), functions("same", "same"))) {
            assertEquals(1, Rows.number(node.table(0), "Share of the most frequent function", "Value"));
        }
    }

    @Test
    void tooFewGenesAreRefused() {
        try (var vectors = vectors(); var node = node().set("neighbors", 33)) {
            assertEquals("40 genes have a label: too few for 33 neighbors with 20 % held out.",
                node.failure(vectors.output(1), functions("even", "odd")));
        }
    }

    @Test
    void genesOfOtherNamesAreRefused() {
        try (var vectors = vectors(); var node = node()) {
            assertEquals("None of the 1 genes with a function has a vector.", node.failure(vectors.output(1),
                LanguageModelNode.table(COLUMNS, new String[]{"ENSG00000254647", "hormone"})));
        }
    }

    @Test
    void aMissingColumnIsNamed() {
        try (var vectors = vectors(); var node = node().set("functions", "class")) {
            assertEquals("The function column 'class' is missing in the input table.",
                node.failure(vectors.output(1), functions("a", "b")));
        }
    }

    @Test
    void allGenesCannotBeHeldOut() {
        try (var vectors = vectors(); var node = node().set("heldOut", 100)) {
            final var refused = assertThrows(AssertionError.class,
                () -> node.run(vectors.output(1), functions("a", "b")));
            assertTrue(refused.getMessage().contains("100 % cannot be held out."), refused.getMessage());
        }
    }
}
