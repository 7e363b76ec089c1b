package org.knime.filehandling.core.connections;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file system that knows which locations it serves. {@link #close()} does nothing: the connection that made the
 * file system closes it.
 *
 * @param <T> its paths
 */
public abstract class FSFileSystem<T extends FSPath> extends FileSystem {

    private final FSLocationSpec m_spec;

    private final String m_workingDirectory;

    private final URI m_baseUri;

    private final Set<Closeable> m_closeables = new LinkedHashSet<>();

    private boolean m_open = true;

    private boolean m_closing;

    /**
     * @param baseURI its scheme and authority head the paths' URIs
     * @param spec which locations this file system serves
     * @param workingDirectory absolute path that relative paths start from
     */
    public FSFileSystem(final URI baseURI, final FSLocationSpec spec, final String workingDirectory) {
        if (baseURI.getScheme() == null) {
            throw new IllegalArgumentException("The base URI " + baseURI + " has no scheme.");
        }
        m_baseUri = baseURI;
        m_spec = spec;
        m_workingDirectory = workingDirectory;
    }

    /**
     * With a base URI of its own.
     *
     * @param spec which locations this file system serves
     * @param workingDirectory absolute path that relative paths start from
     */
    public FSFileSystem(final FSLocationSpec spec, final String workingDirectory) {
        this(URI.create(scheme(spec) + "://" + UUID.randomUUID()), spec, workingDirectory);
    }

    private static String scheme(final FSLocationSpec spec) {
        return "knime-" + spec.getFSCategory().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return which locations this file system serves */
    public final FSLocationSpec getFSLocationSpec() {
        return m_spec;
    }

    /** @return category of those locations */
    public final FSCategory getFileSystemCategory() {
        return m_spec.getFSCategory();
    }

    /** @return specifier of those locations */
    public final Optional<String> getFileSystemSpecifier() {
        return m_spec.getFileSystemSpecifier();
    }

    /** @return head of the paths' URIs */
    public final URI getFileSystemBaseURI() {
        return m_baseUri;
    }

    /** @return what relative paths start from */
    public T getWorkingDirectory() {
        return getPath(m_workingDirectory);
    }

    /**
     * @param spec a location
     * @return whether this file system serves it
     */
    public boolean isCompatible(final FSLocationSpec spec) {
        return spec.getFileSystemCategory() != null && spec.getFSCategory() == getFileSystemCategory()
            && spec.getFileSystemSpecifier().equals(getFileSystemSpecifier());
    }

    /**
     * @param spec a location
     * @throws IllegalArgumentException if this file system does not serve it
     */
    public void checkCompatibility(final FSLocationSpec spec) {
        if (!isCompatible(spec)) {
            throw new IllegalArgumentException("The location " + spec + " does not belong to the file system "
                + m_spec + ".");
        }
    }

    /**
     * @param location a location of this file system
     * @return its path
     */
    public T getPath(final FSLocation location) {
        return getPath(location.getPath());
    }

    @Override
    public abstract T getPath(String first, String... more);

    @Override
    public abstract FSFileSystemProvider<T, ?> provider();

    @Override
    public synchronized boolean isOpen() {
        return m_open;
    }

    /** @return whether the file system is being closed right now */
    protected synchronized boolean isClosing() {
        return m_closing;
    }

    @Override
    public final void close() throws IOException {
        // a user of a path must not be able to close the file system under others
    }

    final synchronized void ensureClosed() throws IOException {
        if (!m_open) {
            return;
        }
        m_closing = true;
        try {
            closeAllCloseables();
        } finally {
            ensureClosedInternal();
            m_open = false;
            m_closing = false;
        }
    }

    /** @throws IOException if resources of the file system cannot be given back */
    protected abstract void ensureClosedInternal() throws IOException;

    /** Closes what is registered, in the order of registration; a failure does not keep the others open. */
    protected synchronized void closeAllCloseables() {
        for (final var closeable : List.copyOf(m_closeables)) {
            FSFiles.closeQuietly(closeable);
        }
        m_closeables.clear();
    }

    /** @param closeable to be closed with the file system */
    public synchronized void registerCloseable(final Closeable closeable) {
        if (!m_open) {
            FSFiles.closeQuietly(closeable);
            throw new ClosedFileSystemException();
        }
        m_closeables.add(closeable);
    }

    /** @param closeable no longer to be closed with the file system */
    public synchronized void unregisterCloseable(final Closeable closeable) {
        m_closeables.remove(closeable);
    }
}
