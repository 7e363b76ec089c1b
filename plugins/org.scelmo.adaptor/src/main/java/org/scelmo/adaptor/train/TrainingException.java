package org.scelmo.adaptor.train;

import org.scelmo.core.ScelmoException;

/** Cells, labels, vectors or settings that no adaptor can be trained with. */
public final class TrainingException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    TrainingException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
