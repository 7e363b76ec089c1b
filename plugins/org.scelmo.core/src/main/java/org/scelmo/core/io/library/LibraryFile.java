package org.scelmo.core.io.library;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a library, decompressed: a file, a gzip file, or one file of a zip archive. Can be opened several times.
 *
 * @param path the file on disk
 * @param name for messages
 * @param entry the zip archive's entry, or null
 */
record LibraryFile(Path path, String name, String entry) {

    private static final int PEEK = 4096;

    /** @throws MalformedEmbeddingException if the path is no readable file */
    static LibraryFile of(final Path path, final LibraryRequest request) throws IOException {
        final var name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            throw new MalformedEmbeddingException("'%s' is a folder, not a file.".formatted(name), "Choose a file.");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!isZip(path)) {
            return new LibraryFile(path, name, null);
        }
        final var entry = ZipEntries.choose(path, name, request);
        return entry.map(e -> new LibraryFile(path, name + "/" + e, e)).orElse(new LibraryFile(path, name, null));
    }

    private static boolean isZip(final Path path) throws IOException {
        return startsWith(path, 'P', 'K', 3, 4) || startsWith(path, 'P', 'K', 5, 6);
    }

    private static boolean startsWith(final Path path, final int... expected) throws IOException {
        try (var in = Files.newInputStream(path)) {
            for (final var b : expected) {
                if (in.read() != b) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @return a new stream over the decompressed bytes */
    ByteSource open() throws IOException {
        if (entry != null) {
            return new ByteSource(ZipEntries.open(path, entry, name), name, -1);
        }
        final long size = Files.size(path);
        if (!startsWith(path, 0x1F, 0x8B)) {
            return new ByteSource(Files.newInputStream(path), name, size);
        }
        final var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            return new ByteSource(new BoundedInflation(new GZIPInputStream(in, 1 << 16), size, name), name, -1);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** @return format by the first bytes */
    LibraryFormat format() throws IOException {
        if (entry == null && isZip(path)) {
            return LibraryFormat.NPZ;
        }
        try (var in = open()) {
            return LibraryFormat.of(in.peek(PEEK), name);
        }
    }
}
