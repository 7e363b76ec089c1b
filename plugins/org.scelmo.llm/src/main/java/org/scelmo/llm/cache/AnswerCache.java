package org.scelmo.llm.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.Usage;

/**
 * The answers that were paid for, in one SQLite file. An answer is found again by who gave it ({@link ModelIdentity}),
 * its {@link Kind} and the hash of the prompt. Several programs may read and write at once; a program that is killed,
 * or a power cut, loses nothing that {@code put} has returned from. Each entry has a checksum that is verified whenever
 * it is read: a damaged one counts as absent.
 *
 * <p>No key and no header can be stored: neither the identity nor an entry has a place for them. Thread-safe. All
 * methods throw {@link CacheException} if the file cannot be read or written. The file must lie on a local disk.
 */
public final class AnswerCache implements AutoCloseable {

    private final Path m_file;
    private final Connection m_connection;
    private final EntryTable m_table;

    private AnswerCache(final Path file) {
        m_file = file;
        m_connection = CacheFile.open(file);
        m_table = new EntryTable(m_connection);
    }

    /**
     * @param file the cache; made with its folders if absent
     * @return the cache, open
     */
    public static AnswerCache open(final Path file) {
        return new AnswerCache(file);
    }

    /**
     * @param folder a program's own data folder
     * @return where its cache lies unless the user chooses another place
     */
    public static Path defaultFile(final Path folder) {
        return folder.resolve("scelmo").resolve("answers.sqlite");
    }

    /** @return where the cache lies */
    public Path file() {
        return m_file;
    }

    /**
     * @param model who answered
     * @param hashes of prompts, any number
     * @return the answers known; O(hashes)
     */
    public Lookup<CachedText> texts(final ModelIdentity model, final Collection<String> hashes) {
        final var found = new LinkedHashMap<String, CachedText>();
        final int damaged = find(model, Kind.TEXT, hashes, entry -> found.put(entry.hash(), text(entry)));
        return new Lookup<>(found, damaged);
    }

    /**
     * @param model who embedded
     * @param hashes of texts, any number
     * @return the vectors known; O(hashes × dimensions)
     */
    public Lookup<CachedVector> vectors(final ModelIdentity model, final Collection<String> hashes) {
        final var found = new LinkedHashMap<String, CachedVector>();
        final int damaged = find(model, Kind.VECTOR, hashes, entry -> found.put(entry.hash(), vector(entry)));
        return new Lookup<>(found, damaged);
    }

    /**
     * Stores answers of this moment, replacing older ones; returns when they are on the disk.
     *
     * @param model who answered
     * @param answers by prompt hash
     * @return the time stored with them
     */
    public Instant putTexts(final ModelIdentity model, final Map<String, TextAnswer> answers) {
        final var now = now();
        final var entries = new ArrayList<Entry>();
        answers.forEach((hash, answer) -> entries.add(Entry.ofText(hash, new CachedText(answer, now))));
        put(model, Kind.TEXT, entries);
        return now;
    }

    /**
     * Stores vectors of this moment, replacing older ones; returns when they are on the disk.
     *
     * @param model who embedded
     * @param answers by hash of the text
     * @return the time stored with them
     */
    public Instant putVectors(final ModelIdentity model, final Map<String, VectorAnswer> answers) {
        final var now = now();
        final var entries = new ArrayList<Entry>();
        answers.forEach((hash, answer) -> entries.add(Entry.ofVector(hash, new CachedVector(answer, now))));
        put(model, Kind.VECTOR, entries);
        return now;
    }

    /** @return the batches that will bring answers to this cache */
    public BatchLedger batches() {
        return new BatchLedger(this, m_connection, m_table);
    }

    /** @return what the cache holds; reads all of it */
    public CacheStatistics statistics() {
        return run(() -> new CacheStatistics(CacheFile.bytes(m_file), m_table.sources()));
    }

    /** Removes all entries, and gives their space back. */
    public void clear() {
        run(() -> {
            m_table.clear();
            return null;
        });
    }

    /** Removes the answers of one model with these parameters. */
    public void clear(final ModelIdentity model) {
        run(() -> {
            m_table.clear(model);
            return null;
        });
    }

    @Override
    public synchronized void close() {
        try {
            m_connection.close();
        } catch (final SQLException e) {
            throw CacheFile.explained(e, m_file);
        }
    }

    /** Calls {@code use} for every intact entry of the cache. @return how many are damaged */
    int forEach(final EntryTable.SourcedUse use) {
        return run(() -> m_table.forEach(use));
    }

    void put(final ModelIdentity model, final Kind kind, final List<Entry> entries) {
        run(() -> {
            m_table.put(model, kind, entries);
            return null;
        });
    }

    private int find(final ModelIdentity model, final Kind kind, final Collection<String> hashes,
        final EntryTable.Use use) {
        return run(() -> m_table.find(model, kind, hashes, use));
    }

    synchronized <T> T run(final Work<T> work) {
        try {
            return work.run();
        } catch (final SQLException e) {
            throw CacheFile.explained(e, m_file);
        }
    }

    private static CachedText text(final Entry e) {
        return new CachedText(new TextAnswer(e.text(), TextAnswer.End.valueOf(e.end()),
            new Usage(e.inputTokens(), e.outputTokens()), e.served(), e.fingerprint()), Instant.ofEpochMilli(e.time()));
    }

    private static CachedVector vector(final Entry e) {
        return new CachedVector(new VectorAnswer(e.floats(), e.served(), e.inputTokens()), Instant.ofEpochMilli(e.time()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
