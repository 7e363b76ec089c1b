package org.scelmo.core.io.library;

import java.util.List;

/**
 * What a library held and what was taken of it.
 *
 * @param format how it was stored
 * @param entries named vectors in the file, duplicates and skipped ones included
 * @param kept vectors in the result
 * @param notWanted entries left out because nobody asked for their name
 * @param duplicates names that came more than once; the last vector counts, as in a Python dictionary
 * @param skipped wanted entries without a vector
 * @param hints sentences on why so few of the wanted names are there; empty if at least half of them are, or if nothing
 *            speaks for names of another kind
 */
public record LibraryReport(LibraryFormat format, long entries, int kept, long notWanted, List<String> duplicates,
    List<Skipped> skipped, List<String> hints) {

    /**
     * @param name of the entry
     * @param reason why it has no vector
     */
    public record Skipped(String name, String reason) {
    }

    public LibraryReport {
        duplicates = List.copyOf(duplicates);
        skipped = List.copyOf(skipped);
        hints = List.copyOf(hints);
    }
}
