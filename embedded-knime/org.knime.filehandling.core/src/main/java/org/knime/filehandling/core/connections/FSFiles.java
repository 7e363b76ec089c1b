package org.knime.filehandling.core.connections;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.scelmo.embedded.files.RealPath;

/** File operations on {@link FSPath}s, with the errors a user should see. */
public final class FSFiles {

    private FSFiles() {
    }

    /**
     * @param path a file
     * @param options how to open it
     * @return stream of its bytes
     * @throws IOException if it cannot be opened
     */
    public static InputStream newInputStream(final Path path, final OpenOption... options) throws IOException {
        return Files.newInputStream(path, options);
    }

    /**
     * @param path a file
     * @param options how to open it
     * @return stream to it
     * @throws IOException if it cannot be opened
     */
    public static OutputStream newOutputStream(final Path path, final OpenOption... options) throws IOException {
        return Files.newOutputStream(path, options);
    }

    /**
     * @param dir folder to create with all missing parents
     * @param attrs its attributes
     * @return the folder
     * @throws IOException if it cannot be created
     */
    public static Path createDirectories(final Path dir, final FileAttribute<?>... attrs) throws IOException {
        return Files.createDirectories(dir, attrs);
    }

    /**
     * @param path a file or folder
     * @param options how to treat links
     * @return whether it exists
     * @throws AccessDeniedException if that must not be asked
     */
    public static boolean exists(final Path path, final LinkOption... options) throws AccessDeniedException {
        return attributes(path, options) != null;
    }

    /**
     * @param path a file or folder
     * @param options how to treat links
     * @return whether it is a folder
     * @throws AccessDeniedException if that must not be asked
     */
    public static boolean isDirectory(final Path path, final LinkOption... options) throws AccessDeniedException {
        final var attributes = attributes(path, options);
        return attributes != null && attributes.isDirectory();
    }

    private static BasicFileAttributes attributes(final Path path, final LinkOption... options)
        throws AccessDeniedException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, options);
        } catch (final AccessDeniedException e) {
            throw e;
        } catch (final IOException e) { // NOSONAR what cannot be read does not exist for the caller
            return null;
        }
    }

    /**
     * Deletes a file or a folder with all it holds.
     *
     * @param toDelete an existing file or folder
     * @throws IOException the first failure, after all else has been tried
     */
    public static void deleteRecursively(final Path toDelete) throws IOException {
        final var failures = new ArrayList<IOException>();
        Files.walkFileTree(toDelete, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attrs) {
                delete(file, failures);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(final Path file, final IOException e) {
                failures.add(e);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path dir, final IOException e) {
                delete(dir, failures);
                return FileVisitResult.CONTINUE;
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** @param toDelete a file or empty folder; nothing happens if it cannot be deleted */
    public static void deleteSafely(final Path toDelete) {
        delete(toDelete, new ArrayList<>());
    }

    private static void delete(final Path path, final List<IOException> failures) {
        try {
            Files.deleteIfExists(path);
        } catch (final IOException e) {
            failures.add(e);
        } catch (final UncheckedIOException e) {
            failures.add(e.getCause());
        }
    }

    /**
     * @param source an existing file or folder
     * @param target where its copy goes
     * @param options how to copy each file
     * @throws IOException if something cannot be copied
     */
    public static void copyRecursively(final Path source, final Path target, final CopyOption... options)
        throws IOException {
        try (var paths = Files.walk(source)) {
            for (final var path : (Iterable<Path>)paths::iterator) {
                Files.copy(path, target.resolve(source.relativize(path).toString()), options);
            }
        }
    }

    /**
     * @param source a folder
     * @return all files below it, sorted by path
     * @throws IOException if it cannot be read
     */
    public static List<FSPath> getFilePathsFromFolder(final FSPath source) throws IOException {
        if (!isDirectory(source)) {
            throw new IllegalArgumentException(source + " is not a folder. Please specify a folder.");
        }
        try (var paths = Files.walk(source)) {
            final var files = new ArrayList<>(paths.filter(Files::isRegularFile).map(FSPath.class::cast).toList());
            sortPathsLexicographically(files);
            return files;
        }
    }

    /** @param paths sorted in place */
    public static void sortPathsLexicographically(final List<FSPath> paths) {
        paths.sort(Comparator.comparing(FSPath::toString));
    }

    /**
     * A file that libraries can open by name: the file itself if it lies on this computer. Close the handle when done.
     *
     * @param source a file
     * @return its local path
     * @throws IOException if it cannot be reached
     */
    public static LocalFileHandle toLocalFile(final FSPath source) throws IOException {
        return new LocalFileHandle(RealPath.of(source).toString(), () -> { });
    }

    static void closeQuietly(final Closeable closeable) {
        try {
            closeable.close();
        } catch (final IOException e) { // NOSONAR closing goes on with the others, nothing can be done here
            return;
        }
    }

    /**
     * A file on this computer.
     *
     * @param path its absolute path
     * @param closer removes the file if it was only a copy
     */
    public record LocalFileHandle(String path, Closeable closer) implements Closeable {
        @Override
        public void close() throws IOException {
            closer.close();
        }
    }
}
