package org.scelmo.embedded.runner.cli;

/** The command line makes no sense; the message says why and what to write instead. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(final String message) {
        super(message);
    }
}
