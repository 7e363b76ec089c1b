package org.knime.core.util;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.scelmo.embedded.core.io.CellOutput;
import org.scelmo.embedded.core.io.TempFiles;

/**
 * Notices duplicates among any number of keys. Up to {@link #MAX_CHUNK_SIZE} keys are held in memory and checked at
 * once; beyond that, sorted chunks go to temporary files and {@link #checkForDuplicates()} merges them.
 */
public class DuplicateChecker {

    public static final int MAX_CHUNK_SIZE = 100000;

    private final int m_maxChunkSize;

    private final List<Path> m_chunks = new ArrayList<>();

    private Set<String> m_current = new HashSet<>();

    public DuplicateChecker() {
        this(MAX_CHUNK_SIZE);
    }

    private DuplicateChecker(final int maxChunkSize) {
        m_maxChunkSize = maxChunkSize;
    }

    static DuplicateChecker ofChunkSize(final int maxChunkSize) {
        return new DuplicateChecker(maxChunkSize);
    }

    public synchronized void addKey(final String s) throws DuplicateKeyException, IOException {
        if (!m_current.add(s)) {
            throw new DuplicateKeyException(s);
        }
        flushIfNecessary();
    }

    public synchronized void flushIfNecessary() throws IOException {
        if (m_current.size() >= m_maxChunkSize) {
            writeChunk();
        }
    }

    private void writeChunk() throws IOException {
        final var keys = m_current.toArray(String[]::new);
        Arrays.sort(keys);
        final var file = TempFiles.create("keys", ".bin");
        try (var out = new CellOutput(Files.newOutputStream(file))) {
            for (final var key : keys) {
                out.writeUTF(key);
            }
        }
        m_chunks.add(file);
        m_current = new HashSet<>();
    }

    /**
     * Looks for duplicates among all keys added.
     *
     * @throws DuplicateKeyException if a key was added twice
     * @throws IOException if the temporary files cannot be read
     */
    public synchronized void checkForDuplicates() throws DuplicateKeyException, IOException {
        if (m_chunks.isEmpty()) {
            return;
        }
        if (!m_current.isEmpty()) {
            writeChunk();
        }
        try (var merged = SortedKeys.merge(m_chunks)) {
            String last = null;
            for (var key = merged.next(); key != null; key = merged.next()) {
                if (key.equals(last)) {
                    throw new DuplicateKeyException(key);
                }
                last = key;
            }
        }
    }

    public synchronized void clear() {
        m_current = new HashSet<>();
        m_chunks.forEach(TempFiles::delete);
        m_chunks.clear();
    }
}
