package org.scelmo.core.matrix;

import org.scelmo.core.ScelmoException;

/** The arrays of a matrix contradict each other: offsets that fall, a column out of range, lengths that disagree. */
public final class MatrixStructureException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    public MatrixStructureException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
