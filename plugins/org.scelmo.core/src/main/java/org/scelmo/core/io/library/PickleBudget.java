package org.scelmo.core.io.library;

/** Memory that a pickle's objects take, estimated from above: what makes bombs end in an error instead of the heap. */
final class PickleBudget {

    /** an object with a few fields, in the memo */
    static final int OBJECT = 64;
    /** a reference and a small number */
    static final int ELEMENT = 32;

    private final ByteSource m_source;
    private final long m_limit;
    private long m_taken;

    PickleBudget(final ByteSource source, final long limit) {
        m_source = source;
        m_limit = limit;
    }

    /** @throws UnsafePickleException if this is more than allowed; call before allocating */
    void take(final long bytes) {
        m_taken += bytes;
        if (m_taken > m_limit) {
            throw new UnsafePickleException("'%s', byte %d: the pickle needs more than the %d MB of memory allowed."
                .formatted(m_source.name(), m_source.position(), m_limit >> 20),
                "Read only the genes of your data (connect the AnnData port).",
                "Give Java more memory (-Xmx in knime.ini).");
        }
    }

    void release(final long bytes) {
        m_taken -= bytes;
    }
}
