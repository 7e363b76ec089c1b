package org.scelmo.llm.prompt;

import org.scelmo.core.ScelmoException;

/** A template cannot be read, or cannot be filled with what a row offers. */
public final class PromptException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    PromptException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
