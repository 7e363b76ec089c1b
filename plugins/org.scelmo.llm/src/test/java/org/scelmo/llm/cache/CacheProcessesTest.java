package org.scelmo.llm.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed, and programs that write at once. */
class CacheProcessesTest {

    @TempDir
    private Path m_folder;

    @Test
    void whatWasStoredSurvivesAKillInTheMiddleOfWriting() throws Exception {
        int last = -1;
        for (int round = 0; round < 3; round++) {
            final var writer = writer(last + 1, Integer.MAX_VALUE);
            final int enough = last + 50;
            while (last < enough) {
                assertTrue(writer.isAlive());
                last = Math.max(last, lastSaid());
                Thread.sleep(1);
            }
            writer.destroyForcibly().waitFor();
            last = Math.max(last, lastSaid());
            assertIntact(last);
        }
    }

    @Test
    void severalProgramsWriteAtOnce() throws Exception {
        final var writers = List.of(writer(0, 300), writer(300, 600), writer(600, 900));
        try (var cache = AnswerCache.open(file())) {
            for (int i = 900; i < 1000; i++) {
                cache.putTexts(CacheData.MODEL, Map.of(CacheData.hash(i), CacheData.answer(i)));
            }
        }
        for (final var writer : writers) {
            assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, writer.exitValue());
        }
        assertIntact(999);
    }

    private void assertIntact(final int last) {
        final var hashes = IntStream.rangeClosed(0, last).mapToObj(CacheData::hash).toList();
        try (var cache = AnswerCache.open(file())) {
            final var lookup = cache.texts(CacheData.MODEL, hashes);
            assertEquals(0, lookup.damaged());
            assertEquals(hashes, List.copyOf(lookup.found().keySet()));
            for (int i = 0; i <= last; i++) {
                assertEquals(CacheData.answer(i), lookup.found().get(hashes.get(i)).answer());
            }
        }
    }

    /** Returns the last number that the program said is stored; a torn line does not count. */
    private int lastSaid() throws IOException {
        final var text = Files.exists(said()) ? Files.readString(said()) : "";
        final var complete = text.substring(0, text.lastIndexOf('\n') + 1);
        return complete.lines().mapToInt(Integer::parseInt).max().orElse(-1);
    }

    private Process writer(final int first, final int last) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
            System.getProperty("java.class.path"), CacheWriter.class.getName(), file().toString(),
            Integer.toString(first), Integer.toString(last)).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile())).start();
    }

    private Path said() {
        return m_folder.resolve("said.txt");
    }

    private Path file() {
        return m_folder.resolve("answers.sqlite");
    }
}
