package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A part's folder: asked for and verified when it is first used, then trusted. Thread-safe. */
final class PartFolder {

    private final StorePart m_part;
    private final Supplier<Path> m_where;
    private Path m_verified;

    PartFolder(final StorePart part, final Supplier<Path> where) {
        m_part = part;
        m_where = where;
    }

    StorePart part() {
        return m_part;
    }

    synchronized Path verified() throws IOException {
        if (m_verified == null) {
            final var folder = m_where.get();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new StoreException(null, m_part.name(), "its folder is missing");
            }
            final long bytes = Checksum.bytes(folder);
            if (bytes != m_part.bytes()) {
                throw new StoreException(null, m_part.name(), "it has %,d bytes, but %,d were written".formatted(bytes,
                    m_part.bytes()));
            }
            if (!Checksum.of(folder).sum().equals(m_part.checksum())) {
                throw new StoreException(null, m_part.name(), "it was changed after it was written");
            }
            m_verified = folder;
        }
        return m_verified;
    }

    NpyMap map(final String file, final String descr, final long... shape) throws IOException {
        return new NpyMap(m_part.name(), verified().resolve(file), descr, shape);
    }
}
