package org.scelmo.adaptor.model;

import org.scelmo.core.ScelmoException;

/** A file is no adaptor, or a damaged one. */
public final class MalformedAdaptorException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    MalformedAdaptorException(final Throwable cause, final String message) {
        super(cause, message, "Copy or write the file again.", "Train the adaptor again.");
    }
}
