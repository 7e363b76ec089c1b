package org.scelmo.llm.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scelmo.llm.cache.CacheData.MODEL;
import static org.scelmo.llm.cache.CacheData.answer;
import static org.scelmo.llm.cache.CacheData.hash;
import static org.scelmo.llm.cache.CacheData.vector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextAnswer;

class AnswerCacheTest {

    @TempDir
    private Path m_folder;

    @Test
    void textsAndVectorsComeBackAsTheyWere() {
        final var file = m_folder.resolve("new folder").resolve("answers.sqlite");
        try (var cache = AnswerCache.open(file)) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1), hash(2), answer(2)));
            cache.putVectors(MODEL, Map.of(hash(1), vector(1)));
        }
        try (var cache = AnswerCache.open(file)) {
            final var texts = cache.texts(MODEL, List.of(hash(1), hash(2), hash(3)));
            assertEquals(List.of(hash(1), hash(2)), List.copyOf(texts.found().keySet()));
            assertEquals(answer(2), texts.found().get(hash(2)).answer());
            assertEquals(0, texts.damaged());
            final var vectors = cache.vectors(MODEL, List.of(hash(1), hash(2)));
            assertEquals(1, vectors.found().size());
            assertArrayEquals(vector(1).vector(), vectors.found().get(hash(1)).answer().vector());
            assertEquals("ada-002", vectors.found().get(hash(1)).answer().servedModel());
        }
    }

    @Test
    void anotherModelEndpointOrParameterIsAnotherAnswer() {
        final var others = List.of(new ModelIdentity("ollama", MODEL.endpoint(), MODEL.model(), MODEL.parameters()),
            new ModelIdentity(MODEL.provider(), "http://localhost", MODEL.model(), MODEL.parameters()),
            new ModelIdentity(MODEL.provider(), MODEL.endpoint(), "gpt-4", MODEL.parameters()),
            new ModelIdentity(MODEL.provider(), MODEL.endpoint(), MODEL.model(), new TreeMap<>()));
        try (var cache = open()) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1)));
            for (final var other : others) {
                assertTrue(cache.texts(other, List.of(hash(1))).found().isEmpty(), other.toString());
            }
        }
    }

    @Test
    void damagedEntryIsAMissThatIsToldAndReplaced() throws SQLException {
        try (var cache = open()) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1), hash(2), answer(2)));
            for (final var damage : List.of("text = 'Answer 7'", "input = 99", "vector = x'00'", "served = ''",
                "time = time + 1", "ending = 'TRUNCATED'")) {
                cache.putTexts(MODEL, Map.of(hash(1), answer(0)));
                sql("UPDATE entry SET " + damage + " WHERE fingerprint = 'fp0'");
                final var lookup = cache.texts(MODEL, List.of(hash(1), hash(2)));
                assertEquals(1, lookup.damaged(), damage);
                assertEquals(List.of(hash(2)), List.copyOf(lookup.found().keySet()), damage);
            }
            cache.putTexts(MODEL, Map.of(hash(1), answer(1)));
            assertEquals(0, cache.texts(MODEL, List.of(hash(1))).damaged());
        }
    }

    @Test
    void statisticsCountEntriesAndTokensByModel() {
        try (var cache = open()) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1), hash(2), answer(2)));
            cache.putVectors(MODEL, Map.of(hash(1), vector(5)));
            final var statistics = cache.statistics();
            assertEquals(3, statistics.entries());
            assertTrue(statistics.bytes() > 1000);
            assertEquals(List.of(new CacheStatistics.Source(MODEL, Kind.TEXT, 2, 3, 6),
                new CacheStatistics.Source(MODEL, Kind.VECTOR, 1, 5, 0)), statistics.sources());
        }
    }

    @Test
    void clearRemovesAllOrTheAnswersOfOneModel() {
        final var other = new ModelIdentity("test", "", "m", new TreeMap<>());
        try (var cache = open()) {
            cache.putTexts(MODEL, Map.of(hash(1), answer(1)));
            cache.putVectors(MODEL, Map.of(hash(1), vector(1)));
            cache.putTexts(other, Map.of(hash(1), answer(1)));
            cache.clear(MODEL);
            assertEquals(List.of(other), cache.statistics().sources().stream().map(s -> s.model()).toList());
            cache.clear();
            assertEquals(0, cache.statistics().entries());
            cache.putTexts(MODEL, Map.of(hash(1), answer(1)));
            assertEquals(1, cache.statistics().entries());
        }
    }

    @Test
    void thousandsAreStoredAndFoundAtOnce() {
        final var answers = new LinkedHashMap<String, TextAnswer>();
        IntStream.range(0, 5000).forEach(i -> answers.put(hash(i), answer(i)));
        try (var cache = open()) {
            cache.putTexts(MODEL, answers);
            assertEquals(answers.size(), cache.texts(MODEL, answers.keySet()).found().size());
        }
    }

    @Test
    void brokenForeignNewerAndUnwritableFilesAreToldApart() throws Exception {
        final var broken = m_folder.resolve("broken.sqlite");
        Files.writeString(broken, "this is no database, but it is long enough to have a header. ".repeat(100));
        assertProblem(broken, "is damaged, or no answer cache");
        final var foreign = m_folder.resolve("foreign.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE somebodys (data TEXT)");
        }
        assertProblem(foreign, "is a database, but no answer cache");
        open().close();
        sql("PRAGMA user_version = 99");
        assertProblem(file(), "has version 99; this program reads version 1");
        assertProblem(m_folder, "cannot be opened for writing");
        assertProblem(broken.resolve("answers.sqlite"), "cannot be made");
    }

    @Test
    void truncatedFileIsToldAndNotRepairedSilently() throws Exception {
        try (var cache = open()) {
            IntStream.range(0, 2000).forEach(i -> cache.putTexts(MODEL, Map.of(hash(i), answer(i))));
        }
        final var bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));
        assertThrows(CacheException.class, () -> {
            try (var cache = open()) {
                cache.texts(MODEL, IntStream.range(0, 2000).mapToObj(CacheData::hash).toList());
            }
        });
    }

    private AnswerCache open() {
        return AnswerCache.open(file());
    }

    private Path file() {
        return m_folder.resolve("answers.sqlite");
    }

    private void sql(final String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var s = connection.createStatement()) {
            s.executeUpdate(statement);
        }
    }

    private static void assertProblem(final Path file, final String message) {
        final var e = assertThrows(CacheException.class, () -> AnswerCache.open(file).close());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(!e.resolutions().isEmpty());
    }
}
