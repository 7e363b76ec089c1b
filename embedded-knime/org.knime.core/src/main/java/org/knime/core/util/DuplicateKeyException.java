package org.knime.core.util;

/** A key that must be unique was met twice. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String m_key;

    public DuplicateKeyException(final String key) {
        this("Duplicate key detected: \"" + key + "\"", key);
    }

    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    public String getKey() {
        return m_key;
    }
}
