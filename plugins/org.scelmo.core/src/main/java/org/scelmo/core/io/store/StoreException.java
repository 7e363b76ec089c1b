package org.scelmo.core.io.store;

import org.scelmo.core.ScelmoException;

/** Stored data are missing, cut off or not what was written. */
public final class StoreException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    StoreException(final Throwable cause, final String part, final String what) {
        super(cause, "The stored data '%s' cannot be used: %s.".formatted(part, what),
            "Reset the node that made these data and execute it again.");
    }
}
