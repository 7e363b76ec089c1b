package org.scelmo.llm.cache;

import java.util.List;

import org.scelmo.llm.model.ModelIdentity;

/**
 * What a cache holds.
 *
 * @param bytes size of the file and its log
 * @param sources one per model, parameters and kind, by number of entries, largest first
 */
public record CacheStatistics(long bytes, List<Source> sources) {

    /**
     * The entries of one model with the same parameters.
     *
     * @param model whose answers they are
     * @param kind what they are
     * @param entries how many
     * @param inputTokens paid for all of them
     * @param outputTokens paid for all of them; divided by the entries, what to expect of the next
     */
    public record Source(ModelIdentity model, Kind kind, long entries, long inputTokens, long outputTokens) {
    }

    /** @return number of entries */
    public long entries() {
        return sources.stream().mapToLong(Source::entries).sum();
    }

    public CacheStatistics {
        sources = List.copyOf(sources);
    }
}
