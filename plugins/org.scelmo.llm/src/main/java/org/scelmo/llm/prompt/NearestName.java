package org.scelmo.llm.prompt;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which name somebody may have meant. */
final class NearestName {

    private NearestName() {
    }

    /**
     * @param wanted as typed
     * @param names what exists
     * @return the one with the fewest edits, case aside, if at most a third of its letters differ; the first among
     *          equals
     */
    static Optional<String> of(final String wanted, final Collection<String> names) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (final var name : names) {
            final int edits = edits(fold(wanted), fold(name));
            if (edits < fewest && 3 * edits <= Math.max(3, name.length())) {
                best = name;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String fold(final String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }

    /** Returns Levenshtein's distance. */
    private static int edits(final String a, final String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                final int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
