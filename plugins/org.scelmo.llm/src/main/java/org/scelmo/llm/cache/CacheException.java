package org.scelmo.llm.cache;

import org.scelmo.core.ScelmoException;

/** The file of answers cannot be opened, read or written. */
public final class CacheException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    CacheException(final Throwable cause, final String message, final String... resolutions) {
        super(cause, message, resolutions);
    }

    CacheException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
