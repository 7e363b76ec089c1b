package org.scelmo.core;

/** The user asked to stop; thrown by {@link Progress#checkCanceled()}. */
public final class CanceledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CanceledException() {
        super("Canceled by the user.");
    }
}
