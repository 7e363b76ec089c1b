package org.scelmo.core.insilico;

import org.scelmo.core.ScelmoException;

/** There are no two groups of cells to compare. */
public final class EmptyGroupException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    EmptyGroupException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
