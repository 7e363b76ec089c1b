package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Picks columns of the input for choices and defaults. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * @param input what is known of the ports
     * @param portIndex index of a table
     * @return its columns, none if its spec is not known
     */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput input, final int portIndex) {
        return getFilteredColumns(input, portIndex, col -> true);
    }

    /**
     * @param input what is known of the ports
     * @return the first table's columns
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(final NodeParametersInput input) {
        return getAllColumns(input, 0);
    }

    /**
     * @param input what is known of the ports
     * @param portIndex index of a table
     * @return its first column
     */
    public static Optional<DataColumnSpec> getFirstColumn(final NodeParametersInput input, final int portIndex) {
        return getAllColumns(input, portIndex).stream().findFirst();
    }

    /**
     * @param input what is known of the ports
     * @return the first table's first column
     */
    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(final NodeParametersInput input) {
        return getFirstColumn(input, 0);
    }

    /**
     * @param input what is known of the ports
     * @param portIndex index of a table
     * @param filter a test
     * @return the columns that pass
     */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput input, final int portIndex,
        final Predicate<DataColumnSpec> filter) {
        return input.getInTableSpec(portIndex).stream().flatMap(DataTableSpec::stream).filter(filter).toList();
    }

    /**
     * @param input what is known of the ports
     * @param portIndex index of a table
     * @param valueClasses types
     * @return the columns compatible with one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static List<DataColumnSpec> getCompatibleColumns(final NodeParametersInput input, final int portIndex,
        final Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(input, portIndex, compatible(Arrays.asList(valueClasses)));
    }

    /**
     * @param input what is known of the ports
     * @param valueClasses types
     * @return the first table's columns compatible with one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(final NodeParametersInput input,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(input, 0, valueClasses);
    }

    /**
     * @param spec a table
     * @param valueClasses types
     * @return the columns compatible with one of them
     */
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Collection<Class<? extends DataValue>> valueClasses) {
        return spec.stream().filter(compatible(valueClasses)).toList();
    }

    /**
     * @param spec a table
     * @param valueClasses types
     * @return the columns compatible with one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, Arrays.asList(valueClasses));
    }

    /**
     * @param spec a table
     * @param valueClasses types
     * @return the first column compatible with one of them
     */
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final List<Class<? extends DataValue>> valueClasses) {
        return getCompatibleColumns(spec, valueClasses).stream().findFirst();
    }

    /**
     * @param spec a table
     * @param valueClasses types
     * @return the first column compatible with one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(spec, Arrays.asList(valueClasses));
    }

    /**
     * @param input what is known of the ports
     * @param portIndex index of a table
     * @return its columns of text
     */
    public static List<DataColumnSpec> getStringColumns(final NodeParametersInput input, final int portIndex) {
        return getCompatibleColumns(input, portIndex, StringValue.class);
    }

    /**
     * @param spec a table
     * @return its columns of text
     */
    public static List<DataColumnSpec> getStringColumns(final DataTableSpec spec) {
        return getCompatibleColumns(spec, StringValue.class);
    }

    /**
     * @param input what is known of the ports
     * @return the first table's columns of text
     */
    public static List<DataColumnSpec> getStringColumnsOfFirstPort(final NodeParametersInput input) {
        return getStringColumns(input, 0);
    }

    /**
     * @param spec a table
     * @return its first column of text
     */
    public static Optional<DataColumnSpec> getFirstStringColumn(final DataTableSpec spec) {
        return getFirstCompatibleColumn(spec, StringValue.class);
    }

    /**
     * @param input what is known of the ports
     * @param portIndex index of a table
     * @return its columns of numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput input, final int portIndex) {
        return getCompatibleColumns(input, portIndex, DoubleValue.class);
    }

    /**
     * @param spec a table
     * @return its columns of numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final DataTableSpec spec) {
        return getCompatibleColumns(spec, DoubleValue.class);
    }

    /**
     * @param input what is known of the ports
     * @return the first table's columns of numbers
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(final NodeParametersInput input) {
        return getDoubleColumns(input, 0);
    }

    /**
     * @param spec a table
     * @return its first column of numbers
     */
    public static Optional<DataColumnSpec> getFirstDoubleColumn(final DataTableSpec spec) {
        return getFirstCompatibleColumn(spec, DoubleValue.class);
    }

    private static Predicate<DataColumnSpec> compatible(final Collection<Class<? extends DataValue>> valueClasses) {
        return col -> valueClasses.stream().anyMatch(col.getType()::isCompatible);
    }
}
