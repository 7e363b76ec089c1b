package org.scelmo.core.anndata.concat;

import org.scelmo.core.ScelmoException;

/** Data cannot be joined. */
public final class UnfitDataException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    UnfitDataException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
