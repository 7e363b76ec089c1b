package org.scelmo.core.io.library;

import org.scelmo.core.ScelmoException;

/**
 * A Python pickle asks for something that a dictionary of vectors has no need of (a class or function, extreme nesting,
 * a huge memo). Nothing of it has been run.
 */
public final class UnsafePickleException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    public UnsafePickleException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
