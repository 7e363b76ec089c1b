package org.scelmo.core.io.library;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What to read of a library. Immutable.
 *
 * @param wanted names to keep, or empty for all
 * @param namesFile for a NumPy array: a text file with one name per row of the array; empty: look for one beside it
 * @param entry for a zip archive: which file in it; empty: the only one that can be an embedding
 * @param maxDimensions vectors longer than this are refused
 * @param maxBytes memory that the kept vectors may take; more is refused before it is allocated
 */
public record LibraryRequest(Optional<Set<String>> wanted, Optional<Path> namesFile, Optional<String> entry,
    int maxDimensions, long maxBytes) {

    /** More dimensions than any text embedding of today has, several times over. */
    public static final int MAX_DIMENSIONS = 1 << 16;

    private static final double SHARE_OF_HEAP = 0.8;

    public LibraryRequest {
        wanted = wanted.map(Set::copyOf);
    }

    /** @return read everything, using at most 80 % of the Java heap */
    public static LibraryRequest all() {
        return new LibraryRequest(Optional.empty(), Optional.empty(), Optional.empty(), MAX_DIMENSIONS,
            (long)(Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP));
    }

    /** @return the same, but only these names are kept */
    public LibraryRequest only(final Set<String> names) {
        return new LibraryRequest(Optional.of(names), namesFile, entry, maxDimensions, maxBytes);
    }

    /** @return the same, with this file of names */
    public LibraryRequest withNames(final Path file) {
        return new LibraryRequest(wanted, Optional.of(file), entry, maxDimensions, maxBytes);
    }

    /** @return the same, reading this file of a zip archive */
    public LibraryRequest withEntry(final String name) {
        return new LibraryRequest(wanted, namesFile, Optional.of(name), maxDimensions, maxBytes);
    }

    /** @return the same, with another limit for the memory of the kept vectors */
    public LibraryRequest withMaxBytes(final long bytes) {
        return new LibraryRequest(wanted, namesFile, entry, maxDimensions, bytes);
    }

    /** @return the same, with another limit for the length of the vectors */
    public LibraryRequest withMaxDimensions(final int dimensions) {
        return new LibraryRequest(wanted, namesFile, entry, dimensions, maxBytes);
    }

    boolean wants(final String name) {
        return wanted.isEmpty() || wanted.get().contains(name);
    }
}
