package org.scelmo.llm.cache;

import java.util.Map;

/**
 * What the cache knows of several prompts.
 *
 * @param <T> {@link CachedText} or {@link CachedVector}
 * @param found the intact entries by prompt hash
 * @param damaged entries whose checksum is wrong: not in {@code found}, and replaced as soon as they are stored anew
 */
public record Lookup<T>(Map<String, T> found, int damaged) {
}
