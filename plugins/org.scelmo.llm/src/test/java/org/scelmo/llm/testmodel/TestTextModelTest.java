package org.scelmo.llm.testmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.Usage;

class TestTextModelTest {

    private static final String GENE = "Please summarize the major function of gene: %s. Use academic language in one "
        + "paragraph and include pathway information.";

    @ParameterizedTest
    @CsvSource({"CD79A", "RP11-34P13.7", "HLA-DRB1", "'regulatory T cell'"})
    void namesTheSubjectAndMarksTheTextAsATest(final String name) {
        final var answer = ask(0, GENE.formatted(name));
        assertTrue(answer.text().startsWith(TestTextModel.MARK + " " + name + " "), answer.text());
        assertEquals(TextAnswer.End.COMPLETE, answer.end());
        assertEquals(Usage.NONE, answer.usage());
    }

    @Test
    void takesTheWholePromptWhereThereIsNoColon() {
        assertTrue(ask(0, "Tell me about gene TP53").text().contains("Tell me about gene TP53"));
    }

    @Test
    void answersTheSameToTheSame() {
        assertEquals(ask(1, GENE.formatted("A")), ask(1, GENE.formatted("A")));
        assertEquals("[Test model, not a fact] CD79A belongs to the scaffold of the cytoskeleton and is linked to "
            + "Notch signalling. Its loss has been tied to oxidative phosphorylation.", ask(0, GENE.formatted("CD79A")).text());
    }

    @Test
    void answersOtherwiseToAnotherSeedOrSystemMessage() {
        final var texts = LongStream.range(0, 20).mapToObj(s -> ask(s, GENE.formatted("A")).text())
            .distinct().count();
        assertTrue(texts > 10, "only " + texts + " different answers for 20 seeds");
        try (var model = new TestTextModel(0)) {
            assertNotEquals(model.ask(new Prompt("a", "q: x")).join().text(),
                model.ask(new Prompt("b", "q: x")).join().text());
        }
    }

    private static TextAnswer ask(final long seed, final String text) {
        try (var model = new TestTextModel(seed)) {
            return model.ask(Prompt.of(text)).join();
        }
    }
}
