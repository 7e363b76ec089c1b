package org.scelmo.core.io.file;

import org.scelmo.core.ScelmoException;

/** A file cannot be written where it was wanted. */
public final class TargetFileException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    TargetFileException(final String message, final String... resolutions) {
        super(message, resolutions);
    }

    TargetFileException(final Throwable cause, final String message, final String... resolutions) {
        super(cause, message, resolutions);
    }
}
