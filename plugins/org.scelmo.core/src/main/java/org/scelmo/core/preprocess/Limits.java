package org.scelmo.core.preprocess;

import org.scelmo.core.ScelmoException;

/**
 * Bounds that a number must keep, both included.
 *
 * @param min smallest number allowed; negative infinity for none
 * @param max largest number allowed; positive infinity for none
 */
public record Limits(double min, double max) {

    /** Allows everything. */
    public static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Limits {
        if (!(min <= max)) {
            throw new ScelmoException("The minimum %s is not below the maximum %s.".formatted(min, max),
                "Enter a minimum that is not above the maximum.");
        }
    }

    /** @return whether the number keeps them; NaN does if there are none */
    public boolean allow(final double number) {
        return equals(NONE) || number >= min && number <= max;
    }
}
