package org.scelmo.nodes.languagemodel.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.languagemodel.CostTable;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page shows: what was asked and what came, or what asking would cost. Names, reasons and answers are texts
 * from outside: the page shows them as texts.
 *
 * @param message shown instead; null if there is something to show
 * @param estimate whether nothing was asked
 * @param numbers the table of the cost
 * @param statuses number of rows by status
 * @param free answers that were not paid for
 * @param reasons why rows have no answer, the most frequent first
 * @param slowest calls that took longest
 * @param answers the first ones
 * @param suspicious answers that have lint, the first ones
 */
record DescribeView(String message, boolean estimate, Map<String, Double> numbers, Map<String, Long> statuses,
    long free, List<Reason> reasons, List<Slow> slowest, List<Answer> answers, List<Answer> suspicious) {

    private static final int REASONS = 20;

    private static final int SLOWEST = 10;

    private static final int ANSWERS = 100;

    /** A reason, for how many rows it holds, and the first of these. */
    record Reason(String text, long rows, String first) {

        Reason again() {
            return new Reason(text, rows + 1, first);
        }
    }

    /** A call that took long. */
    record Slow(String name, double seconds) {
    }

    /** An answer. */
    record Answer(String name, String status, String lint, String text) {
    }

    static DescribeView of(final LlmDescribeParameters parameters, final PortObject[] outputs) {
        if (outputs == null) {
            return empty(ViewPage.EXECUTE_AGAIN);
        }
        final var table = (BufferedDataTable)outputs[0];
        final var numbers = CostTable.read((BufferedDataTable)outputs[1]);
        if (table.size() == 0) {
            return empty("The table has no rows.");
        }
        if (CostTable.isEstimate(numbers)) {
            return new DescribeView(null, true, numbers, Map.of(), 0, List.of(), List.of(), List.of(), List.of());
        }
        try {
            return of(table, RowNames.of(table.getDataTableSpec(), parameters.m_names, "name"), numbers);
        } catch (final InvalidSettingsException e) {
            return empty(e.getMessage());
        }
    }

    private static DescribeView empty(final String message) {
        return new DescribeView(message, false, Map.of(), Map.of(), 0, List.of(), List.of(), List.of(), List.of());
    }

    private static DescribeView of(final BufferedDataTable table, final RowNames names,
        final Map<String, Double> numbers) {
        final var statuses = new LinkedHashMap<String, Long>();
        final var reasons = new LinkedHashMap<String, Reason>();
        final var slow = new ArrayList<Slow>();
        final var answers = new ArrayList<Answer>();
        final var suspicious = new ArrayList<Answer>();
        long free = 0;
        for (final DataRow row : table) {
            final var cells = AnswerColumns.answer(row);
            final var name = names.of(row) == null ? row.getKey().getString() : names.of(row);
            final var answer = new Answer(name, text(cells.get(AnswerColumns.STATUS)),
                text(cells.get(AnswerColumns.LINT)), text(cells.get(AnswerColumns.TEXT)));
            statuses.merge(answer.status(), 1L, Long::sum);
            if (answer.text().isEmpty()) {
                final var reason = text(cells.get(AnswerColumns.REASON));
                reasons.compute(reason, (key, known) -> known == null ? new Reason(key, 1, name) : known.again());
                continue;
            }
            if (cells.get(AnswerColumns.SECONDS) instanceof DoubleValue seconds) {
                keepSlowest(slow, new Slow(name, seconds.getDoubleValue()));
            } else if (((LongValue)cells.get(AnswerColumns.INPUT_TOKENS)).getLongValue() == 0) {
                free++;
            }
            addUntil(ANSWERS, answers, answer);
            if (!answer.lint().isEmpty()) {
                addUntil(ANSWERS, suspicious, answer);
            }
        }
        final var frequent = reasons.values().stream().sorted(Comparator.comparingLong(Reason::rows).reversed())
            .limit(REASONS).toList();
        return new DescribeView(null, false, numbers, statuses, free, frequent, slow, answers, suspicious);
    }

    private static <T> void addUntil(final int most, final List<T> list, final T element) {
        if (list.size() < most) {
            list.add(element);
        }
    }

    private static void keepSlowest(final List<Slow> slowest, final Slow call) {
        slowest.add(call);
        slowest.sort(Comparator.comparingDouble(Slow::seconds).reversed());
        if (slowest.size() > SLOWEST) {
            slowest.remove(SLOWEST);
        }
    }

    private static String text(final DataCell cell) {
        return cell.isMissing() ? "" : cell.toString();
    }
}
