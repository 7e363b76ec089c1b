package org.scelmo.core.metrics.report;

import java.util.OptionalDouble;

/**
 * One score of one embedding.
 *
 * @param definition what was computed
 * @param value the score; empty if it is missing, never NaN
 * @param missing why it is missing, a sentence; null if it is not
 * @param error standard deviation over subsamples; empty if all cells were used
 * @param isCounted whether it belongs to the profile's totals
 */
public record ScibScore(Definition definition, OptionalDouble value, String missing, OptionalDouble error,
    boolean isCounted) {

    static ScibScore of(final Definition definition, final double value, final boolean isCounted) {
        return Double.isFinite(value)
            ? new ScibScore(definition, OptionalDouble.of(value), null, OptionalDouble.empty(), isCounted)
            : missing(definition, "The cells allow no finite value.", isCounted);
    }

    static ScibScore missing(final Definition definition, final String reason, final boolean isCounted) {
        return new ScibScore(definition, OptionalDouble.empty(), reason, OptionalDouble.empty(), isCounted);
    }
}
