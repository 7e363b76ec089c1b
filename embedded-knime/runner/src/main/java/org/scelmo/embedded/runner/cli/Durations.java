package org.scelmo.embedded.runner.cli;

import java.time.Duration;
import java.util.Locale;

/** Readable times. */
final class Durations {

    private Durations() {
    }

    static String text(final Duration time) {
        final var seconds = time.toMillis() / 1000.0;
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds)
            : String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
}
