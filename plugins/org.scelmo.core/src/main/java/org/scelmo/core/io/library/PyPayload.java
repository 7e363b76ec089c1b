package org.scelmo.core.io.library;

import java.nio.charset.StandardCharsets;

/**
 * Bytes, or a text too long for a usual name (protocols 0 to 2 write bytes as text). The memo and tuples of a pickle
 * refer to every one until its end, so the content of large ones is let go as soon as an array is made of it.
 */
final class PyPayload {

    /** tiny constants are shared between arrays: they stay */
    private static final int SMALL = 64;

    private final PickleBudget m_budget;
    private final int m_size;
    private byte[] m_bytes;
    private String m_text;

    private PyPayload(final byte[] bytes, final String text, final PickleBudget budget) {
        m_bytes = bytes;
        m_text = text;
        m_size = bytes == null ? 2 * text.length() : bytes.length;
        m_budget = budget;
        budget.take((long)PickleBudget.OBJECT + m_size);
    }

    static PyPayload of(final byte[] bytes, final PickleBudget budget) {
        return new PyPayload(bytes, null, budget);
    }

    static PyPayload of(final String text, final PickleBudget budget) {
        return new PyPayload(null, text, budget);
    }

    /** @return the text, or null if this is bytes or was let go */
    String text() {
        return m_text;
    }

    /**
     * @return the bytes (of a text: its characters, which must be below 256)
     * @throws MalformedEmbeddingException if they were used and let go before
     */
    byte[] take(final ByteSource source) {
        if (m_bytes == null && m_text == null) {
            throw source.malformed("the pickle uses the same raw bytes for two arrays.",
                "Save it again with pickle.dump(embeddings, file, protocol=4).");
        }
        final var bytes = m_bytes != null ? m_bytes : latin1(m_text, source);
        if (m_size > SMALL) {
            m_bytes = null;
            m_text = null;
            m_budget.release(m_size);
        }
        return bytes;
    }

    static byte[] latin1(final String text, final ByteSource source) {
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            throw source.malformed("the pickle holds text where bytes are needed.");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
