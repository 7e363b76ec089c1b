package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;

/** Selects columns by hand, by pattern or by type. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Selects nothing. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param initialSelected names of selected columns */
    public ColumnFilter(final String[] initialSelected) {
        super(initialSelected, new ColumnTypeFilter());
    }

    /** @param initialSelected selected columns */
    public ColumnFilter(final List<DataColumnSpec> initialSelected) {
        this(names(initialSelected));
    }

    /** @return this; columns in neither manual list are selected */
    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /** @return this; columns in neither manual list are not selected */
    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
    }

    /**
     * @param choices columns
     * @return names of the selected ones, in their order
     */
    public String[] filter(final List<DataColumnSpec> choices) {
        return getSelected(names(choices), types -> names(choices.stream().filter(types.columnPredicate()).toList()));
    }

    /**
     * @param spec a table
     * @return names of the selected columns, in their order
     */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** @return tells whether a column is selected */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter.columnPredicate();
        }
        final var names = getStringFilterPredicate();
        return col -> names.test(col.getName());
    }

    /**
     * @param choices columns
     * @return names selected by hand that are not among them
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    /**
     * @param spec a table
     * @return names selected by hand that it lacks
     */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    /** @param selected what the dialog shows as selected */
    public void setSelectedBeforeSerialization(final String[] selected) {
        setSelected(selected);
    }

    /**
     * Tells the dialog what is selected: what the columns give, then what is missing.
     *
     * @param choices columns
     * @return the names
     */
    public String[] updateSelectedColumnsBeforeSerialization(final List<DataColumnSpec> choices) {
        final var selected =
            Stream.concat(Stream.of(filter(choices)), Stream.of(getMissingSelected(choices))).toArray(String[]::new);
        setSelectedBeforeSerialization(selected);
        return selected;
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
