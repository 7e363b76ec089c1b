package org.scelmo.llm.run;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Budget;

/** Counts rows as they are handed on, and tells how far the run is. */
final class Tally {

    private final Map<RowStatus, Long> m_counts = new EnumMap<>(RowStatus.class);
    private final long m_rows;
    private final Budget m_budget;
    private final Progress m_progress;
    private long m_done;

    /** @param rows number of rows to come, for the progress */
    Tally(final long rows, final Budget budget, final Progress progress) {
        m_rows = rows;
        m_budget = budget;
        m_progress = progress;
    }

    void count(final RowStatus status) {
        m_counts.merge(status, 1L, Long::sum);
        m_done++;
    }

    void show() {
        m_progress.update(m_rows == 0 ? 1 : Math.min(1, (double)m_done / m_rows), this::message);
    }

    RunSummary summary(final int damaged, final Optional<ScelmoException> stopped) {
        return new RunSummary(m_counts, m_budget.spent(), damaged, stopped);
    }

    private String message() {
        final var text = new StringBuilder("Row %,d of %,d".formatted(m_done, m_rows));
        final long errors = m_counts.getOrDefault(RowStatus.ERROR, 0L);
        if (errors > 0) {
            text.append(" · %,d errors".formatted(errors));
        }
        final var spent = m_budget.spent();
        if (m_budget.hasPrice()) {
            text.append(String.format(Locale.ROOT, " · $%.2f", spent.money()));
        } else if (spent.requests() > 0) {
            text.append(" · %,d tokens".formatted(spent.usage().inputTokens() + spent.usage().outputTokens()));
        }
        return text.toString();
    }
}
