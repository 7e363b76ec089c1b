package org.scelmo.embedded.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSPath;

/** A path of an {@link EmbeddedFileSystem}: the algebra of the platform's paths, the files of the mapping. */
final class EmbeddedPath extends FSPath {

    private final EmbeddedFileSystem m_fileSystem;

    private final Path m_inner;

    EmbeddedPath(final EmbeddedFileSystem fileSystem, final Path inner) {
        m_fileSystem = fileSystem;
        m_inner = inner;
    }

    Path inner() {
        return m_inner;
    }

    Path real() throws IOException {
        return m_fileSystem.mapping().toReal(((EmbeddedPath)toAbsolutePath()).m_inner);
    }

    private Path wrap(final Path path) {
        return path == null ? null : m_fileSystem.wrap(path);
    }

    private static Path unwrap(final Path path) {
        if (path instanceof EmbeddedPath embedded) {
            return embedded.m_inner;
        }
        throw new ProviderMismatchException();
    }

    @Override
    public EmbeddedFileSystem getFileSystem() {
        return m_fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return m_inner.getRoot() != null;
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute() ? this : m_fileSystem.getWorkingDirectory().resolve(this);
    }

    /** Only local paths are files of their own name, as in KNIME. */
    @Override
    public File toFile() {
        if (m_fileSystem.getFileSystemCategory() != FSCategory.LOCAL) {
            throw new UnsupportedOperationException(this + " is no local path; use FSFiles.toLocalFile.");
        }
        return m_inner.toFile();
    }

    @Override
    public Path toRealPath(final LinkOption... options) throws IOException {
        real().toRealPath(options);
        return toAbsolutePath().normalize();
    }

    @Override
    public Path getRoot() {
        return wrap(m_inner.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrap(m_inner.getFileName());
    }

    @Override
    public Path getParent() {
        return wrap(m_inner.getParent());
    }

    @Override
    public int getNameCount() {
        return m_inner.getNameCount();
    }

    @Override
    public Path getName(final int index) {
        return wrap(m_inner.getName(index));
    }

    @Override
    public Path subpath(final int beginIndex, final int endIndex) {
        return wrap(m_inner.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(final Path other) {
        return other instanceof EmbeddedPath embedded && m_inner.startsWith(embedded.m_inner);
    }

    @Override
    public boolean endsWith(final Path other) {
        return other instanceof EmbeddedPath embedded && m_inner.endsWith(embedded.m_inner);
    }

    @Override
    public Path normalize() {
        return wrap(m_inner.normalize());
    }

    @Override
    public Path resolve(final Path other) {
        return wrap(m_inner.resolve(unwrap(other)));
    }

    @Override
    public Path relativize(final Path other) {
        return wrap(m_inner.relativize(unwrap(other)));
    }

    @Override
    public WatchKey register(final WatchService watcher, final WatchEvent.Kind<?>[] events,
        final WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(final Path other) {
        return m_inner.compareTo(unwrap(other));
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof EmbeddedPath other && m_inner.equals(other.m_inner)
            && m_fileSystem.getFSLocationSpec().equals(other.m_fileSystem.getFSLocationSpec());
    }

    @Override
    public int hashCode() {
        return m_inner.hashCode();
    }

    @Override
    public String toString() {
        return m_inner.toString();
    }
}
