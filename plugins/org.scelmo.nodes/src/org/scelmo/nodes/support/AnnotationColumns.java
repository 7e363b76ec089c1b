package org.scelmo.nodes.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * The columns of a table that become annotations of cells.
 *
 * @param values positions of those that become annotations (obs)
 * @param vectors positions of those that become embeddings (obsm)
 */
public record AnnotationColumns(int[] values, int[] vectors) {

    /** @return whether the column can be an annotation or an embedding */
    public static boolean isAnnotation(final DataColumnSpec column) {
        return !column.getType().isCollectionType() || VectorCells.isVector(column);
    }

    /** @return whether the column holds numbers, truth values not among them */
    public static boolean isNumber(final DataColumnSpec column) {
        final var type = column.getType();
        return type.isCompatible(DoubleValue.class) && !type.isCompatible(BooleanValue.class);
    }

    /**
     * @param spec the table
     * @param filter the chosen columns
     * @param used names of columns that have another role
     * @return the chosen columns that have none
     * @throws InvalidSettingsException if a column that was chosen by hand is missing
     */
    public static AnnotationColumns of(final DataTableSpec spec, final ColumnFilter filter, final Set<String> used)
        throws InvalidSettingsException {
        final List<Integer> values = new ArrayList<>();
        final List<Integer> vectors = new ArrayList<>();
        final var possible = spec.stream().filter(AnnotationColumns::isAnnotation).toList();
        for (final var name : select(possible, filter, "annotation")) {
            final int column = spec.findColumnIndex(name);
            if (!used.contains(name)) {
                (VectorCells.isVector(spec.getColumnSpec(column)) ? vectors : values).add(column);
            }
        }
        return new AnnotationColumns(array(values), array(vectors));
    }

    /**
     * @param possible columns that may be chosen
     * @param filter the chosen ones
     * @param purpose what they are for, as in "The gene column"
     * @return their names
     * @throws InvalidSettingsException if a column that was chosen by hand is missing
     */
    public static String[] select(final List<DataColumnSpec> possible, final ColumnFilter filter,
        final String purpose) throws InvalidSettingsException {
        final var missing = filter.getMissingSelected(possible);
        if (missing.length > 0) {
            throw Messages.invalid(
                "The %s column '%s' is missing in the input table.".formatted(purpose, missing[0]),
                "Choose the columns anew in the dialog.", "Check that the node before still creates the column.");
        }
        return filter.filter(possible);
    }

    private static int[] array(final List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
