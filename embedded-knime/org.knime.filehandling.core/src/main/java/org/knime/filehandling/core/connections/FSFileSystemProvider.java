package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.UUID;

/**
 * Provider of an {@link FSFileSystem}.
 *
 * @param <P> its paths
 * @param <F> its file system
 */
public abstract class FSFileSystemProvider<P extends FSPath, F extends FSFileSystem<P>> extends FileSystemProvider {

    /** For subclasses. */
    public FSFileSystemProvider() {
        super();
    }

    @Override
    public abstract F newFileSystem(URI uri, Map<String, ?> env) throws IOException;

    @Override
    public abstract F getFileSystem(URI uri);

    @Override
    public abstract P getPath(URI uri);

    /**
     * Creates a folder with a name not yet taken.
     *
     * @param parent an existing folder
     * @param prefix start of the name
     * @param suffix end of the name
     * @return the new folder
     * @throws IOException if it cannot be created
     */
    public P createRandomizedDirectory(final P parent, final String prefix, final String suffix) throws IOException {
        final var folder = unused(parent, prefix, suffix);
        createDirectory(folder);
        return folder;
    }

    /**
     * As {@link #createRandomizedDirectory}, deleted with its content when the file system closes.
     *
     * @param parent an existing folder
     * @param prefix start of the name
     * @param suffix end of the name
     * @return the new folder
     * @throws IOException if it cannot be created
     */
    public P createTempDirectory(final P parent, final String prefix, final String suffix) throws IOException {
        final var folder = createRandomizedDirectory(parent, prefix, suffix);
        folder.getFileSystem().registerCloseable(() -> FSFiles.deleteRecursively(folder));
        return folder;
    }

    /**
     * Creates an empty file that is deleted when the file system closes.
     *
     * @param parent an existing folder
     * @param prefix start of the name
     * @param suffix end of the name
     * @return the new file
     * @throws IOException if it cannot be created
     */
    public P createTempFile(final P parent, final String prefix, final String suffix) throws IOException {
        final var file = unused(parent, prefix, suffix);
        Files.createFile(file);
        file.getFileSystem().registerCloseable(() -> FSFiles.deleteSafely(file));
        return file;
    }

    @SuppressWarnings("unchecked") // a path resolves to a path of its own file system
    private P unused(final P parent, final String prefix, final String suffix) {
        P path;
        do {
            path = (P)parent.resolve(prefix + UUID.randomUUID().toString().replace("-", "") + suffix);
        } while (Files.exists(path));
        return path;
    }
}
