package org.scelmo.llm.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scelmo.llm.cache.CacheData.MODEL;
import static org.scelmo.llm.cache.CacheData.answer;
import static org.scelmo.llm.cache.CacheData.hash;
import static org.scelmo.llm.cache.CacheData.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.io.file.ExistingFile;

class CacheTransferTest {

    @TempDir
    private Path m_folder;

    @Test
    void exportedCacheIsTheSameAfterImport() throws IOException {
        final var file = m_folder.resolve("answers.jsonl");
        try (var cache = open("a")) {
            IntStream.range(0, 1200).forEach(i -> cache.putTexts(MODEL, Map.of(hash(i), answer(i))));
            cache.putVectors(MODEL, Map.of(hash(7), vector(7)));
            assertEquals(new CacheTransfer.Exported(1201, 0), CacheTransfer.write(cache, file, ExistingFile.FAIL));
        }
        try (var cache = open("b"); var original = open("a")) {
            assertEquals(1201, CacheTransfer.read(cache, file));
            assertEquals(original.statistics().sources(), cache.statistics().sources());
            final var hashes = IntStream.range(0, 1200).mapToObj(CacheData::hash).toList();
            assertEquals(original.texts(MODEL, hashes).found(), cache.texts(MODEL, hashes).found());
            assertArrayEquals(vector(7).vector(),
                cache.vectors(MODEL, List.of(hash(7))).found().get(hash(7)).answer().vector());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "[1]", "{\"provider\": 5}", "null"})
    void malformedLineIsToldWithItsNumber(final String line) throws IOException {
        final var file = m_folder.resolve("bad.jsonl");
        try (var cache = open("a")) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1)));
            CacheTransfer.write(cache, file, ExistingFile.FAIL);
            Files.writeString(file, Files.readString(file) + line + "\n");
            final var e = assertThrows(CacheException.class, () -> CacheTransfer.read(cache, file));
            assertTrue(e.getMessage().startsWith("Line 2 of "), e.getMessage());
        }
    }

    @Test
    void everyFieldIsChecked() throws IOException {
        final var file = m_folder.resolve("good.jsonl");
        final var bad = m_folder.resolve("bad.jsonl");
        try (var cache = open("a")) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1)));
            CacheTransfer.write(cache, file, ExistingFile.FAIL);
            final var good = Files.readString(file);
            for (final var field : List.of("provider", "endpoint", "model", "parameters", "kind", "hash", "time", "text",
                "end", "served", "fingerprint", "inputTokens", "outputTokens")) {
                Files.writeString(bad, good.replace("\"" + field + "\":", "\"other\":"));
                final var e = assertThrows(CacheException.class, () -> CacheTransfer.read(cache, bad), field);
                assertTrue(e.getMessage().contains("'" + field + "' is missing"), e.getMessage());
            }
        }
    }

    private AnswerCache open(final String name) {
        return AnswerCache.open(m_folder.resolve(name + ".sqlite"));
    }
}
