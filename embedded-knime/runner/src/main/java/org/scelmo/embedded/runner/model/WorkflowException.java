package org.scelmo.embedded.runner.model;

import java.io.IOException;

/** A workflow folder cannot be read or written; the message says what, where and what to do. */
public final class WorkflowException extends IOException {

    private static final long serialVersionUID = 1;

    /** @param message what, where and how to fix */
    public WorkflowException(final String message) {
        super(message);
    }

    /**
     * @param message what, where and how to fix
     * @param cause the reason
     */
    public WorkflowException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
