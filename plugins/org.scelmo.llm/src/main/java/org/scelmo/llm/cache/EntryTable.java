package org.scelmo.llm.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.scelmo.llm.model.ModelIdentity;

/** The statements that read and write entries, over one connection. Not thread-safe. */
final class EntryTable {

    private static final String FIELDS =
        "hash, time, text, ending, served, fingerprint, input, output, vector, checksum";
    private static final long NO_SOURCE = -1;

    private final Connection m_connection;

    EntryTable(final Connection connection) {
        m_connection = connection;
    }

    @FunctionalInterface
    interface Use {
        void take(Entry entry) throws SQLException;
    }

    @FunctionalInterface
    interface SourcedUse {
        void take(ModelIdentity model, Kind kind, Entry entry) throws SQLException;
    }

    /** Calls {@code use} for each intact entry. @return how many of those asked for are damaged */
    int find(final ModelIdentity model, final Kind kind, final Collection<String> hashes, final Use use)
        throws SQLException {
        final long source = source(model, kind);
        int damaged = 0;
        if (source != NO_SOURCE) {
            try (var query = m_connection
                .prepareStatement("SELECT " + FIELDS + " FROM entry WHERE source = ? AND hash = ?")) {
                query.setLong(1, source);
                for (final var hash : hashes) {
                    query.setBytes(2, HexFormat.of().parseHex(hash));
                    try (var row = query.executeQuery()) {
                        damaged += row.next() && !take(row, use) ? 1 : 0;
                    }
                }
            }
        }
        return damaged;
    }

    /** All or none of them are stored. */
    void put(final ModelIdentity model, final Kind kind, final List<Entry> entries) throws SQLException {
        inTransaction(() -> {
            final long source = sourceOrNew(model, kind);
            try (var insert = m_connection.prepareStatement(
                "INSERT OR REPLACE INTO entry (source, " + FIELDS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (final var e : entries) {
                    insert.setLong(1, source);
                    insert.setBytes(2, HexFormat.of().parseHex(e.hash()));
                    insert.setLong(3, e.time());
                    insert.setString(4, e.text());
                    insert.setString(5, e.end());
                    insert.setString(6, e.served());
                    insert.setString(7, e.fingerprint());
                    insert.setLong(8, e.inputTokens());
                    insert.setLong(9, e.outputTokens());
                    insert.setBytes(10, e.vector());
                    insert.setLong(11, e.checksum());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    List<CacheStatistics.Source> sources() throws SQLException {
        final var sources = new ArrayList<CacheStatistics.Source>();
        try (var query = m_connection.prepareStatement("SELECT provider, endpoint, model, parameters, kind, count(*), "
            + "sum(input), sum(output) FROM source JOIN entry ON source.id = entry.source GROUP BY source.id "
            + "ORDER BY count(*) DESC, source.id"); var row = query.executeQuery()) {
            while (row.next()) {
                sources.add(new CacheStatistics.Source(model(row), Kind.valueOf(row.getString(5)), row.getLong(6),
                    row.getLong(7), row.getLong(8)));
            }
        }
        return sources;
    }

    /** Calls {@code use} for each intact entry, in order of storage. @return how many are damaged */
    int forEach(final SourcedUse use) throws SQLException {
        int damaged = 0;
        try (var query = m_connection.prepareStatement("SELECT provider, endpoint, model, parameters, kind, " + FIELDS
            + " FROM source JOIN entry ON source.id = entry.source ORDER BY entry.rowid"); var row = query.executeQuery()) {
            while (row.next()) {
                final var model = model(row);
                final var kind = Kind.valueOf(row.getString("kind"));
                damaged += take(row, entry -> use.take(model, kind, entry)) ? 0 : 1;
            }
        }
        return damaged;
    }

    void clear() throws SQLException {
        // sources stay: another program may be about to use their numbers
        execute("DELETE FROM entry");
        execute("VACUUM");
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    void clear(final ModelIdentity model) throws SQLException {
        for (final var kind : Kind.values()) {
            try (var delete = m_connection.prepareStatement("DELETE FROM entry WHERE source = ?")) {
                delete.setLong(1, source(model, kind));
                delete.executeUpdate();
            }
        }
    }

    private static boolean take(final ResultSet row, final Use use) throws SQLException {
        final var entry = new Entry(HexFormat.of().formatHex(bytes(row, "hash")), row.getLong("time"),
            text(row, "text"), text(row, "ending"), text(row, "served"), text(row, "fingerprint"), row.getLong("input"),
            row.getLong("output"), bytes(row, "vector"));
        final boolean intact = entry.checksum() == row.getLong("checksum");
        if (intact) {
            use.take(entry);
        }
        return intact;
    }

    /** A damaged page may show NULL where none can be; the checksum will tell. */
    private static String text(final ResultSet row, final String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static byte[] bytes(final ResultSet row, final String column) throws SQLException {
        return Objects.requireNonNullElse(row.getBytes(column), new byte[0]);
    }

    /** @return the number of the source, made if absent */
    long sourceOrNew(final ModelIdentity model, final Kind kind) throws SQLException {
        try (var insert = m_connection.prepareStatement("INSERT OR IGNORE INTO source (provider, endpoint, model, "
            + "parameters, kind) VALUES (?, ?, ?, ?, ?)")) {
            fill(insert, model, kind);
            insert.executeUpdate();
        }
        return source(model, kind);
    }

    /** @return the number of the source; one that no entry has if it is absent */
    long source(final ModelIdentity model, final Kind kind) throws SQLException {
        try (var query = m_connection.prepareStatement("SELECT id FROM source WHERE provider = ? AND endpoint = ? "
            + "AND model = ? AND parameters = ? AND kind = ?")) {
            fill(query, model, kind);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : NO_SOURCE;
            }
        }
    }

    private static void fill(final PreparedStatement statement, final ModelIdentity model, final Kind kind)
        throws SQLException {
        statement.setString(1, model.provider());
        statement.setString(2, model.endpoint());
        statement.setString(3, model.model());
        statement.setString(4, parameters(model.parameters()));
        statement.setString(5, kind.name());
    }

    private static ModelIdentity model(final ResultSet row) throws SQLException {
        return new ModelIdentity(row.getString("provider"), row.getString("endpoint"), row.getString("model"),
            parameters(row.getString("parameters")));
    }

    /** One line "key=value" per parameter, sorted; backslash, line break and equals sign are escaped. */
    private static String parameters(final Map<String, String> parameters) {
        final var text = new StringBuilder();
        parameters.forEach((key, value) -> text.append(escape(key)).append('=').append(escape(value)).append('\n'));
        return text.toString();
    }

    private static TreeMap<String, String> parameters(final String text) {
        final var parameters = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            final int equals = line.indexOf('=');
            parameters.put(unescape(line.substring(0, equals)), unescape(line.substring(equals + 1)));
        });
        return parameters;
    }

    private static String escape(final String text) {
        return text.replace("\\", "\\b").replace("\n", "\\n").replace("\r", "\\r").replace("=", "\\e");
    }

    private static String unescape(final String text) {
        return text.replace("\\e", "=").replace("\\r", "\r").replace("\\n", "\n").replace("\\b", "\\");
    }

    private void execute(final String statement) throws SQLException {
        try (var s = m_connection.createStatement()) {
            s.execute(statement);
        }
    }

    /** Does all of the work or none of it. */
    void inTransaction(final Work work) throws SQLException {
        m_connection.setAutoCommit(false);
        try {
            work.run();
            m_connection.commit();
        } catch (final SQLException | RuntimeException e) {
            m_connection.rollback();
            throw e;
        } finally {
            m_connection.setAutoCommit(true);
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
