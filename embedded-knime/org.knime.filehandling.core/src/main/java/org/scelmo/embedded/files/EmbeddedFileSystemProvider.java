package org.scelmo.embedded.files;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import org.knime.filehandling.core.connections.FSFileSystemProvider;

/** Sends every operation to the real file behind the path. */
final class EmbeddedFileSystemProvider extends FSFileSystemProvider<EmbeddedPath, EmbeddedFileSystem> {

    private final EmbeddedFileSystem m_fileSystem;

    EmbeddedFileSystemProvider(final EmbeddedFileSystem fileSystem) {
        m_fileSystem = fileSystem;
    }

    private static Path real(final Path path) throws IOException {
        if (path instanceof EmbeddedPath embedded) {
            return embedded.real();
        }
        throw new ProviderMismatchException();
    }

    @Override
    public String getScheme() {
        return m_fileSystem.getFileSystemBaseURI().getScheme();
    }

    @Override
    public EmbeddedFileSystem newFileSystem(final URI uri, final Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EmbeddedFileSystem getFileSystem(final URI uri) {
        return m_fileSystem;
    }

    @Override
    public EmbeddedPath getPath(final URI uri) {
        return m_fileSystem.getPath(uri.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(final Path path, final Set<? extends OpenOption> options,
        final FileAttribute<?>... attrs) throws IOException {
        return Files.newByteChannel(real(path), options, attrs);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(final Path dir, final DirectoryStream.Filter<? super Path> filter)
        throws IOException {
        final var stream =
            Files.newDirectoryStream(real(dir), p -> filter.accept(dir.resolve(p.getFileName().toString())));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                final var entries = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Path next() {
                        return dir.resolve(entries.next().getFileName().toString());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(final Path dir, final FileAttribute<?>... attrs) throws IOException {
        Files.createDirectory(real(dir), attrs);
    }

    @Override
    public void delete(final Path path) throws IOException {
        Files.delete(real(path));
    }

    @Override
    public void copy(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.copy(real(source), real(target), options);
    }

    @Override
    public void move(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.move(real(source), real(target), options);
    }

    @Override
    public boolean isSameFile(final Path path, final Path path2) throws IOException {
        return Files.isSameFile(real(path), real(path2));
    }

    @Override
    public boolean isHidden(final Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(final Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    @Override
    public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
        final var real = real(path);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(final Path path, final Class<V> type,
        final LinkOption... options) {
        try {
            return Files.getFileAttributeView(real(path), type, options);
        } catch (final IOException e) { // NOSONAR the contract: no view of what cannot be reached
            return null;
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(final Path path, final Class<A> type,
        final LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(final Path path, final String attributes, final LinkOption... options)
        throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(final Path path, final String attribute, final Object value, final LinkOption... options)
        throws IOException {
        Files.setAttribute(real(path), attribute, value, options);
    }
}
