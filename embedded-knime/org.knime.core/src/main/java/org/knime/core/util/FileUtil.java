package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.scelmo.embedded.core.io.TempFiles;

/** Work with files. */
public final class FileUtil {

    private FileUtil() {
    }

    public static File createTempDir(final String prefix) throws IOException {
        return TempFiles.createFolder(prefix).toFile();
    }

    public static File createTempFile(final String prefix, final String suffix) throws IOException {
        return TempFiles.create(prefix, suffix).toFile();
    }

    public static boolean deleteRecursively(final File dir) {
        return TempFiles.delete(dir.toPath());
    }

    public static void copy(final InputStream input, final OutputStream destination) throws IOException {
        input.transferTo(destination);
    }

    public static void copy(final File file, final File destination) throws IOException {
        Files.copy(file.toPath(), destination.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }

    public static void copyDir(final File sourceDir, final File targetDir) throws IOException {
        final var source = sourceDir.toPath();
        try (var tree = Files.walk(source)) {
            for (final var path : tree.toList()) {
                final var target = targetDir.toPath().resolve(source.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * The URL of a text.
     *
     * @param urlOrPath a URL, or the path of a file
     * @return the URL
     * @throws MalformedURLException if it is neither
     */
    public static URL toURL(final String urlOrPath) throws MalformedURLException, InvalidPathException {
        try {
            return new URL(urlOrPath);
        } catch (final MalformedURLException e) { // no URL, so a path
            return Path.of(urlOrPath).toAbsolutePath().toUri().toURL();
        }
    }
}
