package org.scelmo.core.genes;

/** How the name of a gene was found, best first, or why not. */
public enum MatchKind {
    /** It is an Ensembl id. */
    ENSEMBL("Ensembl id"),
    /** It is an approved symbol. */
    SYMBOL("approved symbol"),
    /** It is a symbol that was approved once. */
    PREVIOUS("previous symbol"),
    /** It is another name in use. */
    ALIAS("alias"),
    /** Several genes have it. */
    AMBIGUOUS("ambiguous"),
    /** The gene is known, but has no name of the wanted kind. */
    NO_TARGET("no target name"),
    /** No gene has it. */
    NOT_FOUND("not found");

    private final String m_text;

    MatchKind(final String text) {
        m_text = text;
    }

    /** @return whether there is a new name */
    public boolean isMatch() {
        return compareTo(AMBIGUOUS) < 0;
    }

    /** @return in words, for people */
    public String text() {
        return m_text;
    }
}
