package org.scelmo.llm.http;

import org.scelmo.core.ScelmoException;

/** A base URL or a header that must not be used. The message never repeats a part that could hold a secret. */
public final class InvalidEndpointException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    public InvalidEndpointException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
