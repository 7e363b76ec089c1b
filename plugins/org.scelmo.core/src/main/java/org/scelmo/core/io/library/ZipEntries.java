package org.scelmo.core.io.library;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Files inside a zip archive. Entries are read from the archive, never unpacked to disk, so names cannot escape. */
final class ZipEntries {

    private static final int MAX_ENTRIES = 10_000;
    private static final List<String> ENDINGS = List.of(".pickle", ".pkl", ".csv", ".tsv", ".txt", ".json");

    private ZipEntries() {
    }

    /** @return the entry to read, or empty if the archive as a whole is a NumPy archive */
    static Optional<String> choose(final Path path, final String name, final LibraryRequest request)
        throws IOException {
        final var files = list(path, name);
        if (request.entry().isPresent()) {
            final var wanted = request.entry().get();
            if (!files.contains(wanted)) {
                throw new MalformedEmbeddingException("'%s' has no file '%s'.".formatted(name, wanted),
                    "It has: " + String.join(", ", files) + ".");
            }
            return Optional.of(wanted);
        }
        if (!files.isEmpty() && files.stream().allMatch(f -> f.endsWith(".npy"))) {
            return Optional.empty();
        }
        final var candidates = files.stream()
            .filter(f -> ENDINGS.stream().anyMatch(f.toLowerCase(Locale.ROOT)::endsWith)).toList();
        if (candidates.isEmpty()) {
            throw new MalformedEmbeddingException("'%s' holds no library of embeddings.".formatted(name),
                "It has: " + String.join(", ", files) + ".", "Unpack it and choose a file.");
        }
        if (candidates.size() > 1) {
            throw new MalformedEmbeddingException("'%s' holds several files that can be a library: %s."
                .formatted(name, String.join(", ", candidates)), "Unpack it and choose one of them.");
        }
        return Optional.of(candidates.get(0));
    }

    /** @return files in the archive's order; folders and what macOS adds ({@code __MACOSX/}, dot files) left out */
    static List<String> list(final Path path, final String name) throws IOException {
        try (var zip = open(path, name)) {
            if (zip.size() > MAX_ENTRIES) {
                throw new MalformedEmbeddingException("'%s' holds %d files; at most %d are looked at."
                    .formatted(name, zip.size(), MAX_ENTRIES), "Unpack it and choose a file.");
            }
            return zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName)
                .filter(e -> !e.startsWith("__MACOSX/") && !e.substring(e.lastIndexOf('/') + 1).startsWith("."))
                .toList();
        }
    }

    /** @return the entry's bytes; closing them closes the archive */
    static InputStream open(final Path path, final String entry, final String name) throws IOException {
        final var zip = open(path, name);
        try {
            final var found = zip.getEntry(entry);
            final var in = new BoundedInflation(zip.getInputStream(found), found.getCompressedSize(), name);
            return new FilterInputStream(in) {
                @Override
                public int read(final byte[] into, final int from, final int length) throws IOException {
                    return in.read(into, from, length);
                }

                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile open(final Path path, final String name) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new MalformedEmbeddingException(e, "'%s' is a damaged zip archive: %s.".formatted(name,
                e.getMessage()), "Copy or download it again.");
        }
    }
}
