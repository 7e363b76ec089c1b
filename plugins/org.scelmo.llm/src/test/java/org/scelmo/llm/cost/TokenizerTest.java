package org.scelmo.llm.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.llm.model.Prompt;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource({"gpt-3.5-turbo-1106,cl100k_base,false", "text-embedding-ada-002,cl100k_base,false",
        "gpt-4o-mini,o200k_base,false", "GPT-4.1,o200k_base,false", "openai/o3-mini,o200k_base,false",
        "gpt-4-0613,cl100k_base,false", "deepseek-chat,cl100k_base,true", "llama3.1,cl100k_base,true"})
    void encodingFollowsTheModel(final String model, final String encoding, final boolean estimated) {
        final var tokenizer = Tokenizer.forModel(model);
        assertEquals(encoding, tokenizer.encoding());
        assertEquals(estimated, tokenizer.isEstimated());
    }

    @Test
    void chatsAreChargedForTheirFrames() {
        final var tokenizer = Tokenizer.forModel("gpt-4");
        // tiktoken's cl100k_base: "hello world" is [15339, 1917]
        assertEquals(2, tokenizer.count("hello world"));
        assertEquals(3 + 1 + 2 + 3, tokenizer.count(Prompt.of("hello world")));
        assertEquals(3 + 1 + 2 + 3 + 1 + 2 + 3, tokenizer.count(new Prompt("hello world", "hello world")));
    }

    @Test
    void specialTokensOfATextAreCountedAsText() {
        assertTrue(Tokenizer.forModel("gpt-4").count("<|endoftext|>") > 1);
    }

    @Test
    void shortTextsAreNotCut() {
        final var tokenizer = Tokenizer.forModel("gpt-4");
        assertEquals("hello world", tokenizer.truncate("hello world", 2));
        assertEquals("hello", tokenizer.truncate("hello world", 1));
    }

    @Property(tries = 200)
    void cutTextIsABeginningWithinTheLimit(@ForAll final String text, @ForAll @IntRange(min = 1, max = 20) final int most) {
        final var tokenizer = Tokenizer.forModel("gpt-4o");
        final var cut = tokenizer.truncate(text, most);
        assertTrue(cut.length() <= text.length());
        assertFalse(tokenizer.count(text) <= most && !cut.equals(text));
    }
}
