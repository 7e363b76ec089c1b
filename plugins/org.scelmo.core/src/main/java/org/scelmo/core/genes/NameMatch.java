package org.scelmo.core.genes;

import java.util.List;

/**
 * What a {@link GeneDictionary} knows of a name.
 *
 * @param kind how it was found
 * @param target the new name; null if there is none
 * @param candidates the names to choose from if it is ambiguous; empty otherwise
 */
public record NameMatch(MatchKind kind, String target, List<String> candidates) {

    static final NameMatch NOT_FOUND = new NameMatch(MatchKind.NOT_FOUND, null, List.of());

    public NameMatch {
        candidates = List.copyOf(candidates);
    }
}
