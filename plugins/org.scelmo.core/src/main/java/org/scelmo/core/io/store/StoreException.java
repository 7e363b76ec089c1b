package org.scelmo.core.io.store;

import org.scelmo.core.ScelmoException;

/** Stored data are missing, cut off or not what was written. */
public final class StoreException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private StoreException(final String message, final String resolution) {
        super(message, resolution);
    }

    static StoreException later(final int format, final int known) {
        return new StoreException("The stored data have format %d, but this version reads formats up to %d."
            .formatted(format, known), "Update the scELMo extension.");
    }

    StoreException(final Throwable cause, final String part, final String what) {
        super(cause, "The stored data '%s' cannot be used: %s.".formatted(part, what),
            "Reset the node that made these data and execute it again.");
    }
}
