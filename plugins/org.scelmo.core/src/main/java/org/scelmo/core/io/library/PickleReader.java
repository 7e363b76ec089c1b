package org.scelmo.core.io.library;

import java.io.IOException;
import java.util.BitSet;

import org.scelmo.core.Progress;

/**
 * Python pickles of a dictionary of name to vector, protocols 0 to 5. A pickle is a program; {@link PickleMachine} runs
 * only the part of it that makes names, numbers, lists and NumPy arrays. An own machine, because
 * {@code net.razorvine:pickle}, which is safe too, holds the whole object graph (lists boxed): no bound on memory.
 */
final class PickleReader {

    private PickleReader() {
    }

    static void read(final LibraryFile file, final VectorCollector into, final LibraryRequest request,
        final Progress progress) throws IOException {
        final var needed = pass(file, into, request, new BitSet(), progress);
        if (!needed.isEmpty()) {
            // a vector was dropped as unwanted, and a wanted name points to the same one later: keep it this time
            into.clear();
            pass(file, into, request, needed, progress);
        }
    }

    private static BitSet pass(final LibraryFile file, final VectorCollector into, final LibraryRequest request,
        final BitSet keep, final Progress progress) throws IOException {
        try (var source = file.open()) {
            final var entries = new PickleEntries(source, into, keep);
            new PickleMachine(source, entries, new PickleBudget(source, request.maxBytes())).run(progress);
            return entries.missed();
        }
    }
}
