package org.scelmo.embedded.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which lines of a listing a diff removes. The diff keeps the order but not the places, so a line that occurs often is
 * taken as removed wherever the removed lines before and after it allow it: rather too much than too little.
 */
final class RemovedLines {

    private final Set<Integer> m_candidates = new HashSet<>();

    RemovedLines(final List<String> listing, final List<String> diff) {
        final var removed = new ArrayList<String>();
        final var replacements = new ArrayList<List<String>>();
        for (var i = 0; i < diff.size(); i++) {
            if (diff.get(i).startsWith("-") && !diff.get(i).startsWith("---")) {
                removed.add(diff.get(i).substring(1));
                replacements.add(diff.subList(i + 1, diff.size()).stream().dropWhile(l -> l.startsWith("-"))
                    .takeWhile(l -> l.startsWith("+")).map(l -> l.substring(1)).toList());
            }
        }
        final var first = new int[removed.size()];
        var from = 0;
        for (var i = 0; i < first.length; i++) {
            first[i] = indexOf(listing, removed.get(i), from, 1);
            from = first[i] + 1;
        }
        var to = listing.size() - 1;
        for (var i = first.length - 1; i >= 0; i--) {
            final var line = removed.get(i);
            final var last = indexOf(listing, line, to, -1);
            to = last - 1;
            if (replacements.get(i).stream().anyMatch(r -> sameContract(r, line))) {
                continue;
            }
            for (var at = first[i]; at <= last; at++) {
                if (listing.get(at).equals(line)) {
                    m_candidates.add(at);
                }
            }
        }
    }

    /** A member that is only marked as deprecated stays as it was. */
    private static boolean sameContract(final String one, final String other) {
        return ListingLines.normalize(one).equals(ListingLines.normalize(other));
    }

    private static int indexOf(final List<String> lines, final String line, final int from, final int step) {
        for (var i = from; i >= 0 && i < lines.size(); i += step) {
            if (lines.get(i).equals(line)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The diff does not belong to the listing: it removes " + line);
    }

    boolean mayContain(final int lineNumber) {
        return m_candidates.contains(lineNumber);
    }
}
