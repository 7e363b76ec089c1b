package org.scelmo.llm.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scelmo.llm.cache.CacheData.MODEL;
import static org.scelmo.llm.cache.CacheData.answer;
import static org.scelmo.llm.cache.CacheData.hash;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheOpeningTest {

    private static final int AT_ONCE = 12;
    private static final int ROUNDS = 30;

    @TempDir
    private Path m_folder;

    /** As nodes side by side in a workflow do that nobody has executed before. */
    @Test
    void manyOpenAndCloseANewCacheAtOnce() throws Exception {
        final var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                final var file = m_folder.resolve(round + ".sqlite");
                final var together = new CyclicBarrier(AT_ONCE);
                final var opened = IntStream.range(0, AT_ONCE).mapToObj(i -> threads.submit(() -> {
                    together.await();
                    try (var cache = AnswerCache.open(file)) {
                        cache.putTexts(MODEL, Map.of(hash(i), answer(i)));
                    }
                    return null;
                })).toList();
                for (final var one : opened) {
                    one.get();
                }
                try (var cache = AnswerCache.open(file)) {
                    final var all = IntStream.range(0, AT_ONCE).mapToObj(CacheData::hash).toList();
                    assertEquals(AT_ONCE, cache.texts(MODEL, all).found().size());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
