package org.scelmo.llm.cache;

import java.util.Map;
import java.util.TreeMap;

import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.prompt.PromptHash;

/** Answers for tests. */
final class CacheData {

    static final ModelIdentity MODEL = new ModelIdentity("openai", "https://api.openai.com/v1", "gpt-4o",
        new TreeMap<>(Map.of("temperature", "0.5", "a=b", "line\nbreak\\e")));

    private CacheData() {
    }

    static TextAnswer answer(final int i) {
        return new TextAnswer("Answer " + i + " \u00e4\u6f22", TextAnswer.End.values()[i % 3], new Usage(i, 2 * i),
            "gpt-4o-2024-08-06", "fp" + i);
    }

    static VectorAnswer vector(final int i) {
        return new VectorAnswer(new float[]{i, -i, Float.MIN_VALUE}, "ada-002", i);
    }

    static String hash(final int i) {
        return PromptHash.of("prompt " + i);
    }
}
