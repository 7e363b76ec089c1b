package org.scelmo.core.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

/** A file system in memory whose disk is full after some bytes. */
public final class SmallDisk {

    private static final int BLOCK = 1024;

    /** Writes something into a folder. */
    @FunctionalInterface
    public interface Writing {
        void write(Path folder) throws IOException;
    }

    private SmallDisk() {
    }

    /**
     * Writes on larger and larger disks until one is large enough; until then each time must tell that the disk is full
     * and leave what was there.
     *
     * @param before names of files that are there before, with their names as content
     * @param writing what is tried
     * @return how often the disk was full
     */
    public static int tryUntilItFits(final List<String> before, final Writing writing) throws IOException {
        for (int blocks = 4 + before.size(), full = 0;; blocks += 1 + blocks / 8, full++) {
            final var disk = Configuration.unix().toBuilder().setBlockSize(BLOCK).setMaxSize((long)blocks * BLOCK).build();
            try (var system = Jimfs.newFileSystem(disk)) {
                final var folder = Files.createDirectory(system.getPath("/data"));
                for (final var name : before) {
                    Files.writeString(folder.resolve(name), name);
                }
                if (fits(folder, writing)) {
                    return full;
                }
                assertEquals(before, names(folder), blocks + " kB");
                for (final var name : before) {
                    assertEquals(name, Files.readString(folder.resolve(name)));
                }
            }
        }
    }

    private static boolean fits(final Path folder, final Writing writing) throws IOException {
        try {
            writing.write(folder);
            return true;
        } catch (final DiskFullException e) {
            assertTrue(e.getMessage().startsWith("The disk is full: ") && e.getMessage().contains("/data"),
                e.getMessage());
            assertTrue(e.resolutions().size() > 1, e.resolutions().toString());
            return false;
        }
    }

    private static List<String> names(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
