package org.scelmo.core.metrics.report;

/** What a score tells about an embedding. */
public enum Aspect {

    /** whether cells of a type stay together */
    BIO("Bio conservation"),
    /** whether batches mix */
    BATCH("Batch correction");

    private final String m_text;

    Aspect(final String text) {
        m_text = text;
    }

    /** @return as scib-metrics names it */
    public String text() {
        return m_text;
    }
}
