package org.scelmo.core;

import java.util.List;

/**
 * Bad input or a limit reached, told so that a user can act: what is wrong and where (the message), and how to fix it
 * (the resolutions). Subclasses name the kind.
 */
public class ScelmoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> m_resolutions; // NOSONAR an immutable list of strings

    /**
     * @param message one or two sentences: what is wrong, and where (file, path inside the file, row, gene)
     * @param resolutions what the user can do about it, best first; may be empty
     */
    public ScelmoException(final String message, final String... resolutions) {
        super(message);
        m_resolutions = List.of(resolutions);
    }

    /**
     * @param cause what went wrong underneath
     * @param message what is wrong, and where
     * @param resolutions what the user can do, best first
     */
    public ScelmoException(final Throwable cause, final String message, final String... resolutions) {
        super(message, cause);
        m_resolutions = List.of(resolutions);
    }

    /** @return what the user can do about it, best first; immutable, may be empty */
    public final List<String> resolutions() {
        return m_resolutions;
    }
}
