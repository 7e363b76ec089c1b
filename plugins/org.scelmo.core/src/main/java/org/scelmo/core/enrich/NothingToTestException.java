package org.scelmo.core.enrich;

import org.scelmo.core.ScelmoException;

/** Genes, background and sets leave nothing to test. */
public final class NothingToTestException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    NothingToTestException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
