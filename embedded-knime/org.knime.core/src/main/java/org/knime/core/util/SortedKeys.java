package org.knime.core.util;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.scelmo.embedded.core.io.CellInput;

/** The keys of several sorted files in one sorted sequence. */
final class SortedKeys implements Closeable {

    private final PriorityQueue<Chunk> m_chunks = new PriorityQueue<>(Comparator.comparing(Chunk::head));

    private final List<Chunk> m_all = new ArrayList<>();

    private SortedKeys() {
    }

    static SortedKeys merge(final List<Path> files) throws IOException {
        final var keys = new SortedKeys();
        try {
            for (final var file : files) {
                final var chunk = new Chunk(new CellInput(Files.newInputStream(file)));
                keys.m_all.add(chunk);
                if (chunk.advance()) {
                    keys.m_chunks.add(chunk);
                }
            }
            return keys;
        } catch (final IOException e) {
            keys.close();
            throw e;
        }
    }

    /** @return the next key, null at the end */
    String next() throws IOException {
        final var chunk = m_chunks.poll();
        if (chunk == null) {
            return null;
        }
        final var key = chunk.head();
        if (chunk.advance()) {
            m_chunks.add(chunk);
        }
        return key;
    }

    @Override
    public void close() throws IOException {
        for (final var chunk : m_all) {
            chunk.close();
        }
    }

    private static final class Chunk implements Closeable {

        private final CellInput m_in;

        private String m_head;

        Chunk(final CellInput in) {
            m_in = in;
        }

        String head() {
            return m_head;
        }

        boolean advance() throws IOException {
            m_head = m_in.isAtEnd() ? null : m_in.readUTF();
            return m_head != null;
        }

        @Override
        public void close() throws IOException {
            m_in.close();
        }
    }
}
