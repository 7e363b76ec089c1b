package org.scelmo.nodes.languagemodel.describe;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.run.DescribeRow;
import org.scelmo.llm.run.Description;
import org.scelmo.llm.run.RowStatus;
import org.scelmo.llm.run.RunSummary;
import org.scelmo.nodes.support.Warnings;

/** Asks for all rows of a table and writes the answers beside them. */
final class Asking {

    private final BufferedDataTable m_table;

    private final Questions m_questions;

    private final Unanswered m_unanswered;

    private long m_suspicious;

    private Description m_firstUnanswered;

    private Description m_firstError;

    Asking(final BufferedDataTable table, final Questions questions, final Unanswered unanswered) {
        m_table = table;
        m_questions = questions;
        m_unanswered = unanswered;
    }

    /** Asks rows and hands on what came of them, in their order. */
    @FunctionalInterface
    interface Way {
        RunSummary run(Iterator<DescribeRow> rows, long count, Consumer<Description> sink, Progress progress);
    }

    /**
     * What came of it.
     *
     * @param table the input with the answers
     * @param summary how the run ended
     * @param suspicious answers that have lint
     */
    record Answered(BufferedDataTable table, RunSummary summary, long suspicious) {
    }

    /** @return the rows as questions; to be read once */
    static Iterator<DescribeRow> rows(final Iterator<DataRow> rows, final Questions questions) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public DescribeRow next() {
                return questions.of(rows.next());
            }
        };
    }

    /**
     * @param way how to ask
     * @param exec makes the table
     * @param warnings gets what the user should know
     * @param progress shows how far it is
     * @return what came
     */
    Answered ask(final Way way, final ExecutionContext exec, final Warnings warnings, final Progress progress)
        throws IOException {
        final var container = exec.createDataContainer(AnswerColumns.spec(m_table.getDataTableSpec()));
        final RunSummary summary;
        try (var asked = m_table.iterator(); var kept = m_table.iterator()) {
            summary = way.run(rows(asked, m_questions), m_table.size(), answer -> {
                look(answer);
                container.addRowToTable(AnswerColumns.row(kept.next(), answer));
            }, progress);
        } finally {
            container.close();
        }
        check(summary);
        warn(summary, warnings);
        return new Answered(container.getTable(), summary, m_suspicious);
    }

    private void look(final Description answer) {
        if (!answer.lint().isEmpty()) {
            m_suspicious++;
        }
        if (answer.answer().isEmpty() && m_firstUnanswered == null) {
            m_firstUnanswered = answer;
        }
        if (answer.status() == RowStatus.ERROR && m_firstError == null) {
            m_firstError = answer;
        }
    }

    private void check(final RunSummary summary) {
        final boolean nothing = summary.count(RowStatus.OK) + summary.count(RowStatus.CACHED) == 0;
        if (summary.stopped().isPresent() && (nothing || m_unanswered == Unanswered.FAIL)) {
            throw summary.stopped().get();
        }
        if (m_firstUnanswered != null && m_unanswered == Unanswered.FAIL) {
            throw new ScelmoException(
                String.format(Locale.ROOT, "%,d of %,d rows got no answer; the first is '%s': %s",
                    summary.count(RowStatus.ERROR) + summary.count(RowStatus.SKIPPED_BUDGET)
                        + summary.count(RowStatus.WAITING), summary.rows(),
                    m_firstUnanswered.name(), m_firstUnanswered.reason()),
                "Execute again: the answers that came are kept and cost nothing more.",
                "Set 'Rows without an answer' to output missing values in the dialog.");
        }
    }

    private void warn(final RunSummary summary, final Warnings warnings) {
        summary.stopped().ifPresent(why -> warnings.add("Asking stopped early: " + why.getMessage()));
        final long errors = summary.count(RowStatus.ERROR);
        if (summary.count(RowStatus.WAITING) > 0) {
            warnings.add("%,d of %,d rows wait for a batch. Reset and execute this node later: that collects the "
                + "answers and pays nothing twice.", summary.count(RowStatus.WAITING), summary.rows());
        }
        if (errors > 0) {
            warnings.add("%,d of %,d rows got no answer, first '%s': %s The column Reason tells why. Execute again to "
                + "ask for these rows alone.", errors, summary.rows(), m_firstError.name(), m_firstError.reason());
        }
        if (summary.count(RowStatus.SKIPPED_BUDGET) > 0) {
            warnings.add("%,d of %,d rows were not asked because a limit of cost was reached.",
                summary.count(RowStatus.SKIPPED_BUDGET), summary.rows());
        }
        if (m_suspicious > 0) {
            warnings.add("%,d of %,d answers may be no descriptions; the column Lint tells why.", m_suspicious,
                summary.rows());
        }
        if (summary.damaged() > 0) {
            warnings.add("%,d entries of the answer cache were damaged and asked for again.", summary.damaged());
        }
    }
}
