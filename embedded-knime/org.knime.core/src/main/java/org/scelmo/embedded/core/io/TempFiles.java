package org.scelmo.embedded.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;

/** Temporary files of this process: one folder, removed when the process ends. */
public final class TempFiles {

    private static final System.Logger LOGGER = System.getLogger(TempFiles.class.getName());

    private static Path s_folder;

    private TempFiles() {
    }

    private static synchronized Path folder() throws IOException {
        if (s_folder == null) {
            s_folder = Files.createTempDirectory("embedded-knime");
            Runtime.getRuntime().addShutdownHook(new Thread(TempFiles::deleteAll, "delete temporary files"));
        }
        return s_folder;
    }

    /** Deletes what this process made, for those who end it in a way that no other shutdown hook survives. */
    public static synchronized void deleteAll() {
        if (s_folder != null) {
            delete(s_folder);
        }
    }

    /**
     * Creates an empty file.
     *
     * @param prefix start of its name
     * @param suffix end of its name
     * @return the file
     * @throws IOException if it cannot be created
     */
    public static Path create(final String prefix, final String suffix) throws IOException {
        return Files.createTempFile(folder(), prefix, suffix);
    }

    /**
     * Creates an empty folder.
     *
     * @param prefix start of its name
     * @return the folder
     * @throws IOException if it cannot be created
     */
    public static Path createFolder(final String prefix) throws IOException {
        return Files.createTempDirectory(folder(), prefix);
    }

    /**
     * Deletes a file or a folder with all it holds; what cannot be deleted is logged and stays.
     *
     * @param path the file or folder; nothing happens if it does not exist
     * @return whether nothing is left of it
     */
    public static boolean delete(final Path path) {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (var tree = Files.walk(path)) {
            for (final var each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
            return true;
        } catch (final IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, "\"" + path + "\" is not or only partially deleted", e);
            return false;
        }
    }
}
