package org.scelmo.nodes.support.languagemodel;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.llm.cost.Estimate;
import org.scelmo.llm.run.RowStatus;
import org.scelmo.llm.run.RunSummary;
import org.scelmo.nodes.support.Tables;

/** What an execution asked and spent, or would: one row per number. */
public final class CostTable {

    /** The columns. */
    public static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Value", DoubleCell.TYPE));

    /** What the output port says of it. */
    public static final String DESCRIPTION = "One row per number: rows by their status, requests, tokens and cost in "
        + "US dollars; or the estimate of these, if nothing was to be asked.";

    private static final String TO_BE_ASKED = "Different prompts: to be asked";

    private final BufferedDataContainer m_container;

    private CostTable(final ExecutionContext exec) {
        m_container = exec.createDataContainer(SPEC);
    }

    /**
     * @param summary how the run ended
     * @param suspicious answers that have lint
     * @param hasPrice whether the price of the model is known
     * @param exec makes the table
     * @return the table
     */
    public static BufferedDataTable of(final RunSummary summary, final long suspicious, final boolean hasPrice,
        final ExecutionContext exec) {
        final var table = new CostTable(exec);
        table.add("Rows", summary.rows());
        for (final var status : RowStatus.values()) {
            table.add("Rows: " + status.label(), summary.count(status));
        }
        table.add("Suspicious answers", suspicious);
        final var spent = summary.spent();
        table.add("Requests", spent.requests());
        table.add("Input tokens", spent.usage().inputTokens());
        table.add("Output tokens", spent.usage().outputTokens());
        table.add("Cost", hasPrice ? Optional.of(spent.money()) : Optional.empty());
        return table.close();
    }

    /** @return the table of an estimate */
    public static BufferedDataTable of(final Estimate estimate, final ExecutionContext exec) {
        final var table = new CostTable(exec);
        table.add("Rows", estimate.rows());
        table.add("Different prompts", estimate.prompts());
        table.add("Different prompts: cached", estimate.cached());
        table.add(TO_BE_ASKED, estimate.unique());
        table.add("Requests", estimate.requests());
        table.add("Input tokens", estimate.inputTokens());
        table.add("Output tokens at least", estimate.fewestOutputTokens());
        table.add("Output tokens at most", estimate.mostOutputTokens());
        table.add("Cost at least", estimate.lowest());
        table.add("Cost at most", estimate.highest());
        return table.close();
    }

    /** @return the numbers by their names, in their order; null for a missing one */
    public static Map<String, Double> read(final BufferedDataTable table) {
        final var numbers = new LinkedHashMap<String, Double>();
        table.forEach(row -> numbers.put(row.getKey().getString(),
            row.getCell(0).isMissing() ? null : ((DoubleValue)row.getCell(0)).getDoubleValue()));
        return numbers;
    }

    /** @return whether these numbers are an estimate */
    public static boolean isEstimate(final Map<String, Double> numbers) {
        return numbers.containsKey(TO_BE_ASKED);
    }

    private void add(final String name, final long number) {
        add(name, new DoubleCell(number));
    }

    private void add(final String name, final Optional<BigDecimal> money) {
        add(name, money.<DataCell> map(m -> new DoubleCell(m.doubleValue())).orElse(DataType.getMissingCell()));
    }

    private void add(final String name, final DataCell value) {
        m_container.addRowToTable(new DefaultRow(name, value));
    }

    private BufferedDataTable close() {
        m_container.close();
        return m_container.getTable();
    }
}
