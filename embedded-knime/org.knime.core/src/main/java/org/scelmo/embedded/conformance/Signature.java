package org.scelmo.embedded.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One class of a signature listing.
 *
 * @param header the class' own line: name, kind, flags, supertypes, generic signature
 * @param members the lines of its public and protected members, in the listing's own words
 */
public record Signature(String header, Set<String> members) {

    /** @return the binary name of the class, with dots */
    public String className() {
        return header.substring(0, header.indexOf(' '));
    }

    /**
     * Compares what is with what should be. Members may be left out, never added or changed.
     *
     * @param real what the real class is
     * @return one line for each difference
     */
    public List<String> differencesTo(final Signature real) {
        final var differences = new ArrayList<String>();
        if (!header.equals(real.header)) {
            differences.add(className() + " is declared as\n    " + header + "\n  the real one as\n    " + real.header);
        }
        real.members.stream().filter(m -> isAnnotationType() && m.startsWith("@") && !members.contains(m))
            .forEach(m -> differences.add(className() + " lacks " + m));
        for (final var member : members) {
            if (!real.members.contains(member)) {
                differences.add(className() + " has\n    " + member + "\n  the real one has "
                    + real.members.stream().filter(m -> sameName(m, member)).findFirst().map(m -> "\n    " + m)
                        .orElse("no such member"));
            }
        }
        return differences;
    }

    private boolean isAnnotationType() {
        return header.startsWith(className() + " @interface");
    }

    private static boolean sameName(final String one, final String other) {
        return nameAndType(one).equals(nameAndType(other));
    }

    private static String nameAndType(final String member) {
        final var end = member.indexOf(" [");
        return end < 0 ? member : member.substring(0, end);
    }
}
