package org.scelmo.nodes.support;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;

/** Finds the columns that settings name. */
public final class Columns {

    private Columns() {
    }

    /**
     * @param spec the input table
     * @param name the chosen column, or null if none is
     * @param purpose what the column is for, as in "The truth column"
     * @param type what its cells must be
     * @return its position
     * @throws InvalidSettingsException if nothing is chosen, or it is missing or of another type
     */
    public static int find(final DataTableSpec spec, final String name, final String purpose,
        final Class<? extends DataValue> type) throws InvalidSettingsException {
        final int index = find(spec, name, purpose);
        final var actual = spec.getColumnSpec(index).getType();
        if (!actual.isCompatible(type)) {
            throw Messages.invalid(
                "The %s column '%s' is of type %s, but text is needed.".formatted(purpose, name, actual.getName()),
                "Choose another column in the dialog.", "Convert it with Number to String before this node.");
        }
        return index;
    }

    /**
     * @param spec the input table
     * @param name the chosen column, or null if none is
     * @param purpose what the column is for, as in "The truth column"
     * @return its position, whatever its type
     * @throws InvalidSettingsException if nothing is chosen, or it is missing
     */
    public static int find(final DataTableSpec spec, final String name, final String purpose)
        throws InvalidSettingsException {
        if (name == null) {
            throw Messages.invalid("No %s column is chosen, and none could be guessed.".formatted(purpose),
                "Open the dialog and choose the %s column.".formatted(purpose));
        }
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw Messages.invalid("The %s column '%s' is missing in the input table.".formatted(purpose, name),
                "Choose another column in the dialog.", "Check that the node before still creates the column.");
        }
        return index;
    }
}
