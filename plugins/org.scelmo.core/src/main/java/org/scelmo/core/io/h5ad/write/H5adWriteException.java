package org.scelmo.core.io.h5ad.write;

import org.scelmo.core.ScelmoException;

/** Data that an {@code .h5ad} file cannot hold. */
public final class H5adWriteException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    H5adWriteException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
