package org.scelmo.core.io.library;

import org.scelmo.core.ScelmoException;

/** A library of embeddings cannot be read: damaged, of another kind, or its vectors do not fit together. */
public final class MalformedEmbeddingException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    public MalformedEmbeddingException(final String message, final String... resolutions) {
        super(message, resolutions);
    }

    public MalformedEmbeddingException(final Throwable cause, final String message, final String... resolutions) {
        super(cause, message, resolutions);
    }
}
