package org.scelmo.nodes.languagemodel.geneembed;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.llm.cache.VectorAnswer;
import org.scelmo.llm.run.Embedded;
import org.scelmo.nodes.support.Tables;

/** What came of each row. */
final class Report {

    static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Name", StringCell.TYPE),
        Tables.column("Status", StringCell.TYPE), Tables.column("Reason", StringCell.TYPE),
        Tables.column("Input tokens", LongCell.TYPE), Tables.column("Cost", DoubleCell.TYPE),
        Tables.column("Model", StringCell.TYPE), Tables.column("Text hash", StringCell.TYPE),
        Tables.column("Time", StringCell.TYPE));

    private static final String DUPLICATE = "duplicate name";

    private final BufferedDataContainer m_container;

    Report(final ExecutionContext exec) {
        m_container = exec.createDataContainer(SPEC);
    }

    void add(final RowKey id, final Embedded row, final boolean duplicate) {
        m_container.addRowToTable(new DefaultRow(id, text(row.name()),
            text(duplicate ? DUPLICATE : row.status().label()), text(row.reason()),
            new LongCell(row.usage().inputTokens()), new DoubleCell(row.cost().doubleValue()),
            text(row.answer().map(VectorAnswer::servedModel).orElse("")), text(row.textHash()),
            text(row.time().map(Object::toString).orElse(""))));
    }

    private static DataCell text(final String text) {
        return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
    }

    BufferedDataTable close() {
        m_container.close();
        return m_container.getTable();
    }
}
