package org.knime.filehandling.core.connections.location;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.filehandling.core.connections.DefaultFSLocationSpec;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;

/** Path provider factories for locations of mixed file systems, each opened once. */
public final class MultiFSPathProviderFactory implements AutoCloseable {

    private final Optional<FSConnection> m_connection;

    private final Map<DefaultFSLocationSpec, FSPathProviderFactory> m_factories = new LinkedHashMap<>();

    /** Without a connected file system. */
    public MultiFSPathProviderFactory() {
        this(null);
    }

    /** @param connection for CONNECTED locations, may be null */
    public MultiFSPathProviderFactory(final FSConnection connection) {
        m_connection = Optional.ofNullable(connection);
    }

    /**
     * @param location any location
     * @return the factory for it
     */
    public FSPathProviderFactory getOrCreateFSPathProviderFactory(final FSLocation location) {
        final var spec = new DefaultFSLocationSpec(location.getFileSystemCategory(),
            location.getFileSystemSpecifier().orElse(null));
        return m_factories.computeIfAbsent(spec, s -> FSPathProviderFactory.newFactory(m_connection, location));
    }

    @Override
    public void close() {
        IOException failure = null;
        for (final var factory : m_factories.values()) {
            try {
                factory.close();
            } catch (final IOException e) {
                failure = e;
            }
        }
        m_factories.clear();
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
    }
}
