package org.scelmo.equinox;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.framework.Bundle;

/** Stores an answer and finds it again through the bundle's own classes: loads SQLite's native library in the framework. */
final class AnswerCacheCall {

    private static final String HASH = "5d".repeat(32);

    private final Bundle m_bundle;

    AnswerCacheCall(final Bundle bundle) {
        m_bundle = bundle;
    }

    /** @return what the cache found, as text */
    String storedAndFound(final Path folder) throws Exception {
        type("cache.SqliteLibrary").getMethod("unpackInto", Path.class).invoke(null, folder);
        final var identity = type("model.ModelIdentity").getConstructors()[0].newInstance("test", "", "m",
            new TreeMap<>());
        final var end = type("model.TextAnswer$End").getField("COMPLETE").get(null);
        final var usage = type("model.Usage").getField("NONE").get(null);
        final var answer = type("model.TextAnswer").getConstructors()[0].newInstance("stored in the framework", end, usage,
            "m", "");
        final var cacheType = type("cache.AnswerCache");
        try (var cache = (AutoCloseable)cacheType.getMethod("open", Path.class).invoke(null,
            folder.resolve("answers.sqlite"))) {
            cacheType.getMethod("putTexts", identity.getClass(), Map.class).invoke(cache, identity, Map.of(HASH, answer));
            return String.valueOf(cacheType.getMethod("texts", identity.getClass(), Collection.class)
                .invoke(cache, identity, List.of(HASH)));
        }
    }

    /** @return tokens of a text: loads the table of an encoding from the bundle */
    int tokens(final String text) throws Exception {
        final var tokenizer = type("cost.Tokenizer").getMethod("forModel", String.class).invoke(null, "gpt-4o");
        return (int)tokenizer.getClass().getMethod("count", String.class).invoke(tokenizer, text);
    }

    private Class<?> type(final String name) throws ClassNotFoundException {
        return m_bundle.loadClass("org.scelmo.llm." + name);
    }
}
