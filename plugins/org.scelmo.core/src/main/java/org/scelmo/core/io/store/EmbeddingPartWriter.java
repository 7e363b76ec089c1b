package org.scelmo.core.io.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.npy.NpyHeader;

/**
 * Takes named vectors one by one; only their names are kept in memory. Call {@link #finish} after the last; closing
 * without that removes what was written.
 */
public final class EmbeddingPartWriter implements Closeable {

    private final Path m_folder;
    private final String m_name;
    private final NpyWriter m_out;
    private final List<String> m_names = new ArrayList<>();
    private int m_dimensions;
    private boolean m_finished;

    /**
     * @param folder new
     * @param name of the part
     * @throws IOException if the folder cannot be written
     */
    public EmbeddingPartWriter(final Path folder, final String name) throws IOException {
        m_folder = folder;
        m_name = name;
        StoreWriter.create(folder);
        m_out = new NpyWriter(folder.resolve("data.npy"), NpyHeader.FLOAT32);
    }

    /**
     * @param name of the vector; the caller knows that it is new
     * @param vector as long as the first; not kept
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if it has another length than the first
     */
    public void append(final String name, final float[] vector) throws IOException {
        if (!m_names.isEmpty() && vector.length != m_dimensions) {
            throw new IllegalArgumentException(
                "The vector '%s' has %d numbers, not %d.".formatted(name, vector.length, m_dimensions));
        }
        m_dimensions = vector.length;
        m_names.add(name);
        StoreWriter.tellingIfFull(m_folder, () -> {
            m_out.floats(vector, 0, vector.length);
            return m_names;
        });
    }

    /**
     * @param provenance where the vectors come from
     * @return what was written
     * @throws IOException if it cannot be written
     */
    public StorePart finish(final Provenance provenance) throws IOException {
        final var sum = StoreWriter.tellingIfFull(m_folder, () -> {
            m_out.finish(m_names.size(), m_dimensions);
            m_out.close();
            StoreWriter.describe(m_folder, m_names, provenance);
            return Checksum.of(m_folder);
        });
        m_finished = true;
        return new StorePart(m_name, StorePart.Kind.EMBEDDING, m_names.size(), m_dimensions, -1, sum.bytes(),
            sum.sum());
    }

    @Override
    public void close() throws IOException {
        m_out.close();
        if (!m_finished) {
            final var unfinished = new IOException("The vectors of '%s' were not finished.".formatted(m_name));
            StoreWriter.remove(m_folder, unfinished);
            if (unfinished.getSuppressed().length > 0) {
                throw unfinished;
            }
        }
    }
}
