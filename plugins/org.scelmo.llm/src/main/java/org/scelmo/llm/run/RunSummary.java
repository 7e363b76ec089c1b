package org.scelmo.llm.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Spending;

/**
 * How a run ended.
 *
 * @param counts number of rows by status
 * @param spent so far from the budget, by this run and those before it
 * @param damaged entries of the cache that were damaged, and asked for anew
 * @param stopped why the run stopped asking before the last row (a wrong key, a full disk), if it did
 */
public record RunSummary(Map<RowStatus, Long> counts, Spending spent, int damaged,
    Optional<ScelmoException> stopped) {

    public RunSummary {
        final var copy = new EnumMap<RowStatus, Long>(RowStatus.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /** @return number of rows that ended so */
    public long count(final RowStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** @return number of rows */
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
