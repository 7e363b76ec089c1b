package org.scelmo.embedded.conformance;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A listing of the signatures of a bundle: for each class its own line, then an indented line for each public and
 * protected member ({@code M} method, {@code F} field, {@code @} annotation).
 */
public final class SignatureListing {

    private final Map<String, Signature> m_classes = new LinkedHashMap<>();

    private SignatureListing() {
    }

    /**
     * Reads listings.
     *
     * @param sources the listings, each as its lines
     * @return all classes of all of them
     */
    @SafeVarargs
    public static SignatureListing of(final List<String>... sources) {
        final var listing = new SignatureListing();
        for (final var lines : sources) {
            Set<String> members = new LinkedHashSet<>();
            for (final var line : lines) {
                if (line.startsWith("  @Ljava/lang/Deprecated;")) {
                    continue;
                }
                if (line.startsWith(" ")) {
                    members.add(ListingLines.normalize(line));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    members = new LinkedHashSet<>();
                    final var signature = new Signature(ListingLines.normalizeHeader(line), members);
                    listing.m_classes.putIfAbsent(signature.className(), signature);
                }
            }
        }
        return listing;
    }

    /**
     * The signature of a class.
     *
     * @param className its binary name with dots
     * @return its signature, empty if the listing lacks it
     */
    public Optional<Signature> find(final String className) {
        return Optional.ofNullable(m_classes.get(className));
    }

    /** @return all classes in the order of the listing */
    public Collection<Signature> classes() {
        return Collections.unmodifiableCollection(m_classes.values());
    }
}
