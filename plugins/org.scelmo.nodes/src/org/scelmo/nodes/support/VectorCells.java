package org.scelmo.nodes.support;

import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.ScelmoException;

/**
 * Reads vectors from the rows of a table: from one column of lists of numbers, or from one number column per dimension.
 *
 * @param columns positions of the columns
 * @param list whether the first of them holds lists
 */
public record VectorCells(int[] columns, boolean list) {

    /** @return whether the cells of the column are lists of numbers */
    public static boolean isVector(final DataColumnSpec column) {
        final var type = column.getType();
        return type.isCompatible(ListDataValue.class)
            && type.getCollectionElementType().isCompatible(DoubleValue.class);
    }

    /** @return name of the last column of lists of numbers, if there is one */
    public static Optional<String> lastColumn(final DataTableSpec spec) {
        return spec.stream().filter(VectorCells::isVector).map(DataColumnSpec::getName)
            .reduce((first, second) -> second);
    }

    /**
     * @param spec a table
     * @param name of its column of vectors, null if none is chosen
     * @param resolutions what else helps if that column holds none
     * @return the vectors
     * @throws InvalidSettingsException if there is no such column, or it holds something else
     */
    public static VectorCells find(final DataTableSpec spec, final String name, final String... resolutions)
        throws InvalidSettingsException {
        final int column = Columns.find(spec, name, "vector");
        if (!isVector(spec.getColumnSpec(column))) {
            throw Messages.invalid("The vector column '%s' is of type %s, but a list of numbers is needed."
                .formatted(name, spec.getColumnSpec(column).getType().getName()),
                Stream.concat(Stream.of("Choose another column in the dialog."), Stream.of(resolutions))
                    .toArray(String[]::new));
        }
        return new VectorCells(new int[]{column}, true);
    }

    /** @return the vector of the row, NaN where a number is missing; null if the list itself is missing or empty */
    public float[] of(final DataRow row) {
        if (!list) {
            final var vector = new float[columns.length];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = number(row.getCell(columns[j]));
            }
            return vector;
        }
        final var cell = row.getCell(columns[0]);
        if (cell.isMissing() || ((ListDataValue)cell).size() == 0) {
            return null; // NOSONAR there is no vector
        }
        final var values = (ListDataValue)cell;
        final var vector = new float[values.size()];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = number(values.get(j));
        }
        return vector;
    }

    private static float number(final DataCell cell) {
        return cell.isMissing() ? Float.NaN : (float)((DoubleValue)cell).getDoubleValue();
    }

    /** @return the first position, from 0, whose number is missing, NaN or beyond float32; −1 if there is none */
    public static int firstNotFinite(final float[] vector) {
        for (int j = 0; j < vector.length; j++) {
            if (!Float.isFinite(vector[j])) {
                return j;
            }
        }
        return -1;
    }

    /** @return the error to throw for two vectors of different lengths */
    public static ScelmoException uneven(final String row, final int length, final String first, final int expected) {
        return new ScelmoException("The vector of row '%s' has %d numbers, that of row '%s' has %d; all must have the "
            .formatted(row, length, first, expected) + "same length.",
            "Filter out the rows with other lengths before this node.",
            "Check that all vectors come from the same model.");
    }
}
