package org.scelmo.llm.cache;

import java.nio.file.Path;
import java.util.Map;

/** A program of its own that stores answers until it is killed, and says which are stored. */
final class CacheWriter {

    private CacheWriter() {
    }

    public static void main(final String[] args) {
        try (var cache = AnswerCache.open(Path.of(args[0]))) {
            final int first = Integer.parseInt(args[1]);
            final int last = Integer.parseInt(args[2]);
            for (int i = first; i < last; i++) {
                cache.putTexts(CacheData.MODEL, Map.of(CacheData.hash(i), CacheData.answer(i)));
                System.out.println(i);
            }
        }
    }
}
