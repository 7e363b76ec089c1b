package org.scelmo.llm.run;

/** How a row ended. */
public enum RowStatus {

    /** answered and paid now */
    OK("ok"),
    /** answered before, or in another row: free */
    CACHED("cached"),
    /** the model declined; what it said is kept */
    REFUSED("refused"),
    /** the answer was cut at the limit of tokens, or the text was before it was embedded */
    TRUNCATED("truncated"),
    /** there is no text to embed */
    EMPTY("empty"),
    /** no answer; the reason tells why */
    ERROR("error"),
    /** handed in with a batch that is not done */
    WAITING("waiting"),
    /** not asked, because the limits were reached */
    SKIPPED_BUDGET("skipped by budget");

    private final String m_label;

    RowStatus(final String label) {
        m_label = label;
    }

    /** @return the word for tables */
    public String label() {
        return m_label;
    }
}
