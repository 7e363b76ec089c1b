package org.scelmo.llm.cache;

import java.time.Instant;

/**
 * The vector of a text that was embedded before.
 *
 * @param answer as it came
 * @param time when it came, to the millisecond
 */
public record CachedVector(VectorAnswer answer, Instant time) {
}
