package org.scelmo.core.preprocess;

import org.scelmo.core.ScelmoException;

/** Nothing is left after a filter. */
public final class EmptySelectionException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    EmptySelectionException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
