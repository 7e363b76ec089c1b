package org.scelmo.llm.cost;

import org.scelmo.core.ScelmoException;

/** A table of prices cannot be read, or lacks a price that is needed. */
public final class PriceException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    PriceException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
