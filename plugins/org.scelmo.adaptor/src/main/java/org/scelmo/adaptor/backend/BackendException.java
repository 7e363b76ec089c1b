package org.scelmo.adaptor.backend;

import org.scelmo.core.ScelmoException;

/** ND4J cannot compute on this machine. */
public final class BackendException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    BackendException(final Throwable cause, final String message, final String... resolutions) {
        super(cause, message, resolutions);
    }
}
