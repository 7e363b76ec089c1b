package org.scelmo.core.metrics.report;

/** A score cannot be computed of these cells; the message is the reason, as a user reads it. */
final class NotComputableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotComputableException(final String reason) {
        super(reason);
    }
}
