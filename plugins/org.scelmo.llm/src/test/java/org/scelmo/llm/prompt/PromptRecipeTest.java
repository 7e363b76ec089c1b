package org.scelmo.llm.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scelmo.llm.model.Prompt;

class PromptRecipeTest {

    @Test
    void genesAreAskedForInThePublishedWords() {
        assertEquals(
            Prompt.of("Please summarize the major function of gene: CD79A. Use academic language in one paragraph and "
                + "include pathway information."),
            PromptVariant.PLAIN.recipe(PromptPreset.GENE).render(n -> "CD79A"));
    }

    @Test
    void everyPresetAsksTheSameSentenceOfItsKind() {
        final var first = Arrays.stream(PromptPreset.values())
            .map(p -> PromptVariant.PLAIN.recipe(p).render(n -> "x").user()).map(u -> u.split(" x\\.")[0])
            .collect(Collectors.joining("|"));
        assertEquals("gene:|protein:|cell type:|cell state:|disease:|drug:|cell line:",
            first.replace("Please summarize the major function of ", ""));
    }

    @Test
    void chainOfThoughtAppendsTheAuthorsWords() {
        final var prompt = PromptVariant.CHAIN_OF_THOUGHT.recipe(PromptPreset.DRUG).render(n -> "aspirin");
        assertTrue(prompt.user().endsWith("include pathway information. Let's think it step by step."));
        assertEquals("", prompt.system());
    }

    @Test
    void metaPromptAddsASystemMessageAndKeepsTheQuestion() {
        final var meta = PromptVariant.META_PROMPT.recipe(PromptPreset.GENE).render(n -> "INS");
        assertEquals(PromptVariant.PLAIN.recipe(PromptPreset.GENE).render(n -> "INS").user(), meta.user());
        assertFalse(meta.system().isBlank());
    }

    @Test
    void promptThatAsksEveryRowTheSameIsRefused() {
        assertThrows(PromptException.class, () -> PromptRecipe.of("", "What is a gene?"));
        assertThrows(PromptException.class, () -> PromptRecipe.of("", "  "));
        assertEquals(1, PromptRecipe.of("You know {species}.", "Hello").placeholders().size());
    }

    @Test
    void previewKeepsPlaceholdersThatHaveNoValue() {
        final var recipe = PromptRecipe.of("You know {species}.", "What does {name} do?");
        assertEquals("You know {species}.\n\nWhat does INS do?",
            recipe.preview(n -> n.equals("name") ? "INS" : null));
    }

    @Test
    void hashTellsSystemFromUserAndIsStable() {
        assertNotEquals(PromptHash.of(new Prompt("a", "b")), PromptHash.of(Prompt.of("ab")));
        assertNotEquals(PromptHash.of(new Prompt("a", "bc")), PromptHash.of(new Prompt("ab", "c")));
        // sha256 of 8 bytes 0, 8 bytes 0x..03 and "INS"; computed with Python's hashlib
        assertEquals("74303a8b47e791bedc3ef179bf4f558730ca660389166591426cf4adaf015652", PromptHash.of(Prompt.of("INS")));
    }
}
