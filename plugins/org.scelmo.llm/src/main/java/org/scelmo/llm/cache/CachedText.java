package org.scelmo.llm.cache;

import java.time.Instant;

import org.scelmo.llm.model.TextAnswer;

/**
 * A text that was answered before.
 *
 * @param answer as it came, with what was paid then
 * @param time when it came, to the millisecond
 */
public record CachedText(TextAnswer answer, Instant time) {
}
