package org.scelmo.nodes.support;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.scelmo.core.Progress;

/** The genes or cells that rows of a table name, in a text column or by their RowIDs. */
public final class NamedRows {

    private static final int ALL = -1;

    private final RowNames m_names;
    private final int m_flag;
    private final String m_purpose;

    /**
     * @param spec of the table
     * @param names the column with their names; null to guess it
     * @param flag a column that tells which rows count; none for all
     * @param purpose what is named, such as "gene"
     * @throws InvalidSettingsException if a column is missing or of another type
     */
    public NamedRows(final DataTableSpec spec, final String names, final String flag, final String purpose)
        throws InvalidSettingsException {
        m_purpose = purpose;
        m_names = RowNames.of(spec, guess(names, spec), purpose);
        m_flag = AnnDataChoices.isNone(flag) ? ALL : Columns.find(spec, flag, "choosing");
        if (m_flag != ALL && !spec.getColumnSpec(m_flag).getType().isCompatible(BooleanValue.class)) {
            throw Messages.invalid("The choosing column '%s' is not of true and false.".formatted(flag),
                "Choose another column in the dialog.", "Make such a column with a Rule Engine before this node.");
        }
    }

    /**
     * @param chosen the chosen column; null if none is
     * @param spec the table
     * @return it, or else the first text column, or the RowIDs if there is none
     */
    public static String guess(final String chosen, final DataTableSpec spec) {
        return chosen != null ? chosen : ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class).stream()
            .findFirst().map(DataColumnSpec::getName).orElse(AnnDataChoices.NONE);
    }

    /** @return the names of the rows that count, each once */
    public Collection<String> read(final BufferedDataTable table, final Warnings warnings, final Progress progress) {
        final Set<String> found = new LinkedHashSet<>();
        long missing = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final var row = rows.next();
                if (counts(row)) {
                    final var name = m_names.of(row);
                    if (name == null) {
                        missing++;
                    } else {
                        found.add(name.strip());
                    }
                }
            }
        }
        if (missing > 0) {
            warnings.add("%,d rows name no %s and were left out.", missing, m_purpose);
        }
        return found;
    }

    private boolean counts(final DataRow row) {
        if (m_flag == ALL) {
            return true;
        }
        final var cell = row.getCell(m_flag);
        return !cell.isMissing() && ((BooleanValue)cell).getBooleanValue();
    }
}
