package org.scelmo.core.io.h5ad;

import org.scelmo.core.ScelmoException;

/** Expression holds NaN or an infinity. */
public final class NonFiniteValueException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    NonFiniteValueException(final String matrix, final float value, final String cell, final String gene) {
        super("%s holds %s in cell '%s', gene '%s'.".formatted(matrix, value, cell, gene),
            "Replace or remove such values before reading, in Python: a.X = numpy.nan_to_num(a.X)",
            "Choose another matrix, such as raw counts: values that were scaled or divided by zero are not finite.");
    }
}
