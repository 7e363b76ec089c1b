package org.scelmo.core.io.npy;

import org.scelmo.core.ScelmoException;

/** Bytes that should be a NumPy array file are not one, or are of a kind that is not read. */
public final class NpyFormatException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    public NpyFormatException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
