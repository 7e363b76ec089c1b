package org.scelmo.core.io.library.write;

import org.scelmo.core.ScelmoException;

/** A name that the format cannot hold. */
public final class EmbeddingWriteException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    EmbeddingWriteException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
