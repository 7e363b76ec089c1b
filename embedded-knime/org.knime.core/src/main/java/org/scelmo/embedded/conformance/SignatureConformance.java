package org.scelmo.embedded.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holds compiled classes against the listing of the real ones. */
public final class SignatureConformance {

    private SignatureConformance() {
    }

    /**
     * Finds all public and protected classes and members that differ from the real ones. Classes and members may be
     * left out. A class that the listing lacks is only accepted where the listing names it as a supertype: the type
     * is needed, but lies in a package that is not exported.
     *
     * @param classes the folder of class files
     * @param packagePrefix the package to look at, with those below it
     * @param real the real signatures
     * @return one text for each difference
     * @throws IOException if a class cannot be read
     */
    public static List<String> differences(final Path classes, final String packagePrefix, final SignatureListing real)
        throws IOException {
        final var supertypes = real.classes().stream().map(s -> s.header().replace('/', '.')).toList();
        final var differences = new ArrayList<String>();
        for (final var ours : ClassFileSignatures.read(classes, packagePrefix)) {
            final var theirs = real.find(ours.className());
            if (theirs.isPresent()) {
                differences.addAll(ours.differencesTo(theirs.get()));
            } else if (supertypes.stream().noneMatch(s -> namesAsSupertype(s, ours.className()))) {
                differences.add(ours.className() + " does not exist");
            }
        }
        return differences;
    }

    /**
     * Finds what compiled classes have in common with a listing.
     *
     * @param classes the folder of class files
     * @param packagePrefix the package to look at, with those below it
     * @param listing classes with the members to look for
     * @return one text for each member that both have
     * @throws IOException if a class cannot be read
     */
    public static List<String> shared(final Path classes, final String packagePrefix, final SignatureListing listing)
        throws IOException {
        final var shared = new ArrayList<String>();
        for (final var ours : ClassFileSignatures.read(classes, packagePrefix)) {
            listing.find(ours.className()).ifPresent(other -> other.members().stream()
                .filter(ours.members()::contains).forEach(m -> shared.add(ours.className() + " " + m)));
        }
        return shared;
    }

    private static boolean namesAsSupertype(final String header, final String className) {
        return Pattern.compile("[=,]" + Pattern.quote(className) + "(?![\\w.])").matcher(header).find();
    }
}
