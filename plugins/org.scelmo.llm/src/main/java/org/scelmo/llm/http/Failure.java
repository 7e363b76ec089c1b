package org.scelmo.llm.http;

import java.time.Duration;
import java.util.Optional;

import org.scelmo.llm.model.ModelException;

/**
 * An attempt that brought no answer.
 *
 * @param exception what is told if it stays so
 * @param heals whether another attempt may help
 * @param pause that the service asked for
 */
record Failure(ModelException exception, boolean heals, Optional<Duration> pause) {

    static Failure lasting(final ModelException exception) {
        return new Failure(exception, false, Optional.empty());
    }

    static Failure passing(final ModelException exception) {
        return new Failure(exception, true, Optional.empty());
    }
}
