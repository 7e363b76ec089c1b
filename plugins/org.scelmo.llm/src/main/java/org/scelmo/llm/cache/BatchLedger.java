package org.scelmo.llm.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import org.scelmo.llm.model.ModelIdentity;

/**
 * The batches that were handed in and not collected yet. They lie in the file of the answers, so that a later
 * execution, or another program that asks the same, finds them instead of paying twice. A prompt is in one batch at
 * most. Like the answers, they hold no key; all methods throw {@link CacheException} if the file cannot be read or
 * written.
 */
public final class BatchLedger {

    private static final String BATCHES = "CREATE TABLE IF NOT EXISTS batch (mark TEXT PRIMARY KEY, "
        + "source INTEGER NOT NULL REFERENCES source, id TEXT NOT NULL, time INTEGER NOT NULL)";

    private static final String PROMPTS = "CREATE TABLE IF NOT EXISTS batch_prompt (source INTEGER NOT NULL, "
        + "hash BLOB NOT NULL, mark TEXT NOT NULL REFERENCES batch, UNIQUE (source, hash))";

    private final AnswerCache m_cache;

    private final Connection m_connection;

    private final EntryTable m_table;

    BatchLedger(final AnswerCache cache, final Connection connection, final EntryTable table) {
        m_cache = cache;
        m_connection = connection;
        m_table = table;
        m_cache.run(() -> {
            update(BATCHES);
            return update(PROMPTS);
        });
    }

    /**
     * A batch on its way.
     *
     * @param mark by which the service's list of batches tells it
     * @param id of the service; empty while it is being handed in, or if that was interrupted
     * @param begun when it was claimed
     * @param hashes of its prompts
     */
    public record Batch(String mark, String id, Instant begun, Set<String> hashes) {
    }

    /** @return the batches of a model that are not collected, oldest first */
    public List<Batch> open(final ModelIdentity model) {
        return m_cache.run(() -> {
            final var batches = new LinkedHashMap<String, Batch>();
            try (var query = m_connection.prepareStatement("SELECT mark, id, time, hash FROM batch "
                + "JOIN batch_prompt USING (mark) WHERE batch.source = ? ORDER BY time, mark")) {
                query.setLong(1, m_table.source(model, Kind.TEXT));
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        final var id = row.getString(2);
                        final var time = Instant.ofEpochMilli(row.getLong(3));
                        batches.computeIfAbsent(row.getString(1), mark -> new Batch(mark, id, time, new HashSet<>()))
                            .hashes().add(HexFormat.of().formatHex(row.getBytes(4)));
                    }
                }
            }
            return new ArrayList<>(batches.values());
        });
    }

    /**
     * Announces a batch before it is handed in.
     *
     * @param mark of the batch, used once
     * @param hashes of the prompts that it shall hold
     * @return those of them that are in no other batch: these it may hold, and no other batch from now on
     */
    public Set<String> claim(final ModelIdentity model, final String mark, final Collection<String> hashes) {
        final var claimed = new HashSet<String>();
        m_cache.run(() -> {
            m_table.inTransaction(() -> {
                final long source = m_table.sourceOrNew(model, Kind.TEXT);
                update("INSERT INTO batch VALUES (?, ?, '', ?)", mark, source, Instant.now().toEpochMilli());
                try (var insert =
                    m_connection.prepareStatement("INSERT OR IGNORE INTO batch_prompt VALUES (?, ?, ?)")) {
                    insert.setLong(1, source);
                    insert.setString(3, mark);
                    for (final var hash : hashes) {
                        insert.setBytes(2, HexFormat.of().parseHex(hash));
                        if (insert.executeUpdate() == 1) {
                            claimed.add(hash);
                        }
                    }
                }
            });
            return null;
        });
        return claimed;
    }

    /** @return whether the batch is still announced; then as if it were announced now */
    public boolean renew(final String mark) {
        return m_cache.run(() -> update("UPDATE batch SET time = ? WHERE mark = ?", Instant.now().toEpochMilli(),
            mark)) == 1;
    }

    /** Stores the service's id of a batch that was claimed. */
    public void handedIn(final String mark, final String id) {
        m_cache.run(() -> update("UPDATE batch SET id = ? WHERE mark = ?", id, mark));
    }

    /** Forgets a batch that is collected or was never made: its prompts may be in others again. */
    public void remove(final String mark) {
        m_cache.run(() -> {
            m_table.inTransaction(() -> {
                update("DELETE FROM batch_prompt WHERE mark = ?", mark);
                update("DELETE FROM batch WHERE mark = ?", mark);
            });
            return null;
        });
    }

    private int update(final String statement, final Object... values) throws SQLException {
        try (var prepared = m_connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }
}
