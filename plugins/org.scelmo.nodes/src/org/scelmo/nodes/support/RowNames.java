package org.scelmo.nodes.support;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** What names the rows of an input table: a text column, or their RowIDs. */
public final class RowNames {

    private static final int ROW_ID = -1;

    private final int m_column;

    private RowNames(final int column) {
        m_column = column;
    }

    /**
     * @param spec the table
     * @param choice a text column, or {@link AnnDataChoices#NONE} for the RowIDs
     * @param purpose what the column is for, as in "The name column"
     * @return the names
     * @throws InvalidSettingsException if the column is missing or not text
     */
    public static RowNames of(final DataTableSpec spec, final String choice, final String purpose)
        throws InvalidSettingsException {
        return new RowNames(
            AnnDataChoices.isNone(choice) ? ROW_ID : Columns.find(spec, choice, purpose, StringValue.class));
    }

    /** @return the name of the row; null if it is missing or blank */
    public String of(final DataRow row) {
        if (m_column == ROW_ID) {
            return row.getKey().getString();
        }
        final var cell = row.getCell(m_column);
        if (cell.isMissing()) {
            return null;
        }
        final var name = ((StringValue)cell).getStringValue();
        return name.isBlank() ? null : name;
    }

    /** @return the text columns of a table, after a choice that stands for the RowIDs */
    public static List<StringChoice> choices(final NodeParametersInput input, final int port) {
        return AnnDataChoices.noneOr("RowID",
            ColumnSelectionUtil.getStringColumns(input, port).stream().map(DataColumnSpec::getName).toList());
    }
}
