package org.scelmo.embedded.conformance;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings lines of a listing into one form: flags and interfaces sorted, what cannot differ dropped. */
final class ListingLines {

    private static final Pattern FLAGS = Pattern.compile(" \\[([a-z ]*)\\]");

    private static final Pattern INTERFACES = Pattern.compile("\\|interfaces=([^|]*)");

    /** Listings write the "default" of default methods with arrays into the descriptor. */
    private static final Pattern DEFAULT_ARRAY = Pattern.compile("(\\[+)default (\\S+) \\[");

    private ListingLines() {
    }

    static String normalize(final String line) {
        final var text = DEFAULT_ARRAY.matcher(line.strip()).replaceAll("$1$2 [default ");
        return FLAGS.matcher(text).replaceFirst(m -> Matcher.quoteReplacement(" [" + flags(m.group(1)) + "]"));
    }

    static String normalizeHeader(final String line) {
        final var flagged = normalize(line);
        return INTERFACES.matcher(flagged).replaceFirst(m -> Matcher.quoteReplacement("|interfaces="
            + String.join(",", new TreeSet<>(List.of(m.group(1).split(","))))));
    }

    static String flags(final String flags) {
        final var sorted = new TreeSet<>(List.of(flags.trim().split(" ")));
        // no part of the contract: one tells how the real one does its work, the other is advice
        sorted.remove("synchronized");
        sorted.remove("deprecated");
        return String.join(" ", sorted);
    }
}
