package org.scelmo.adaptor.train;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The last epoch in words, with the course of the loss and of the validations so far as small bars. */
final class EpochText {

    private static final int LONGEST = 20;
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private EpochText() {
    }

    /**
     * @param curve of at least one epoch
     * @param epochs that there can be
     */
    static String of(final List<EpochRecord> curve, final int epochs) {
        final var last = curve.get(curve.size() - 1);
        final var text = String.format(Locale.ROOT, "Epoch %d of %d: loss %.4g %s", last.epoch(), epochs, last.total(),
            bars(curve, EpochRecord::total));
        final var evaluated = curve.stream().filter(EpochRecord::evaluated).toList();
        if (evaluated.isEmpty()) {
            return text;
        }
        final var validation = evaluated.get(evaluated.size() - 1);
        return text + String.format(Locale.ROOT, "; validation after epoch %d: loss %.4g %s, accuracy %.3f %s",
            validation.epoch(), validation.validationLoss(), bars(evaluated, EpochRecord::validationLoss),
            validation.validationAccuracy(), bars(evaluated, EpochRecord::validationAccuracy));
    }

    /** One bar for each of the last numbers, from the lowest to the highest of them. */
    private static String bars(final List<EpochRecord> curve, final ToDoubleFunction<EpochRecord> number) {
        final var values = curve.stream().skip(Math.max(0, curve.size() - LONGEST)).mapToDouble(number).toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        final var bars = new StringBuilder();
        for (final double value : values) {
            bars.append(BARS.charAt(high > low ? (int)Math.round((value - low) / (high - low) * (BARS.length() - 1)) : 0));
        }
        return bars.toString();
    }
}
