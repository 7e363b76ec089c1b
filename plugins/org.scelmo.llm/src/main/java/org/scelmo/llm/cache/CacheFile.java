package org.scelmo.llm.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens the database, makes its tables, and turns SQLite's errors into ours. */
final class CacheFile {

    /** Marks the file as ours ("scEL"), so that nobody's other database is written to. */
    static final int APPLICATION = 0x7363454C;
    static final int SCHEMA_VERSION = 1;

    /** Other programs hold the lock for one commit at a time. */
    private static final int BUSY_MILLIS = 30_000;
    private static final long RETRY_NANOS = 20_000_000;

    private CacheFile() {
    }

    static Connection open(final Path file) {
        createFolder(file);
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new CacheException("The answer cache '%s' is read-only.".formatted(file),
                "Allow writing to the file and to its folder.", "Choose another place for the cache.");
        }
        try {
            return patiently(file);
        } catch (final SQLException e) {
            throw explained(e, file);
        }
    }

    /** @return size of the file and of its log */
    static long bytes(final Path file) {
        return Stream.of("", "-wal").map(suffix -> new File(file + suffix)).mapToLong(File::length).sum();
    }

    /** SQLite waits for locks by itself, but not for the one that it needs to give a new file its log. */
    private static Connection patiently(final Path file) throws SQLException {
        final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
        while (true) {
            try {
                return prepared(file);
            } catch (final SQLiteException e) {
                if (primary(e.getResultCode()) != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() > end
                    || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private static Connection prepared(final Path file) throws SQLException {
        final var connection = config().createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            create(connection, file);
            return connection;
        } catch (final SQLException | CacheException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConfig config() {
        final var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // every commit reaches the disk: answers cost money, and commits are few because they are gathered
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setCacheSize(-16_000);
        return config;
    }

    private static void create(final Connection connection, final Path file) throws SQLException {
        if (number(connection, "PRAGMA application_id") == APPLICATION) {
            final int version = number(connection, "PRAGMA user_version");
            if (version != SCHEMA_VERSION) {
                throw new CacheException(
                    "The answer cache '%s' has version %d; this program reads version %d.".formatted(file, version,
                        SCHEMA_VERSION),
                    "Update the extension.", "Choose another file for the cache.");
            }
            return;
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // inside the transaction, since another program may have made the tables meanwhile
            if (number(connection, "PRAGMA application_id") != APPLICATION) {
                if (number(connection, "SELECT count(*) FROM sqlite_master") > 0) {
                    throw new CacheException("The file '%s' is a database, but no answer cache.".formatted(file),
                        "Choose another file for the cache.");
                }
                statement.executeUpdate("CREATE TABLE source (id INTEGER PRIMARY KEY, provider TEXT NOT NULL, "
                    + "endpoint TEXT NOT NULL, model TEXT NOT NULL, parameters TEXT NOT NULL, kind TEXT NOT NULL, "
                    + "UNIQUE (provider, endpoint, model, parameters, kind))");
                statement.executeUpdate("CREATE TABLE entry (source INTEGER NOT NULL REFERENCES source, "
                    + "hash BLOB NOT NULL, time INTEGER NOT NULL, text TEXT NOT NULL, ending TEXT NOT NULL, "
                    + "served TEXT NOT NULL, fingerprint TEXT NOT NULL, input INTEGER NOT NULL, "
                    + "output INTEGER NOT NULL, vector BLOB NOT NULL, checksum INTEGER NOT NULL, "
                    + "UNIQUE (source, hash))");
                statement.executeUpdate("PRAGMA user_version = " + SCHEMA_VERSION);
                statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
            }
            connection.commit();
        } catch (final SQLException | CacheException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static int number(final Connection connection, final String query) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(query)) {
            return result.getInt(1);
        }
    }

    private static void createFolder(final Path file) {
        final var folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (final IOException e) {
            throw new CacheException(e, "The folder '%s' for the answer cache cannot be made.".formatted(folder),
                "Choose another place for the cache.");
        }
    }

    /**
     * @return what to tell the user; a broken file can still be read in part by SQLite's own tools, so none is deleted
     */
    static CacheException explained(final SQLException e, final Path file) {
        final var code = e instanceof SQLiteException sqlite ? primary(sqlite.getResultCode())
            : SQLiteErrorCode.SQLITE_ERROR;
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> new CacheException(e,
                "The file '%s' is damaged, or no answer cache.".formatted(file),
                "Choose another file for the cache.", "Move the file away, so that a new cache is made in its place.");
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> new CacheException(e,
                "The answer cache '%s' cannot be opened for writing.".formatted(file),
                "Allow writing to the file and to its folder.", "Choose another place for the cache.");
            case SQLITE_BUSY, SQLITE_LOCKED -> new CacheException(e,
                "Another program keeps the answer cache '%s' locked.".formatted(file),
                "Close the other program and execute again.", "Choose another file for the cache.");
            case SQLITE_FULL -> new CacheException(e,
                "The disk is full: an answer could not be stored in '%s'.".formatted(file), "Free some space.",
                "Choose a place on another disk.");
            default -> new CacheException(e,
                "The answer cache '%s' cannot be used: %s".formatted(file, e.getMessage()),
                "Choose a place on a local disk; network drives lack the locks that the cache needs.");
        };
    }

    /** Extended codes such as SQLITE_READONLY_DIRECTORY carry their primary code in the lowest byte. */
    private static SQLiteErrorCode primary(final SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    }
}
