package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.DoNotPersistSelected;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Selects some of a list of names that have types.
 *
 * @param <T> filter by type
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    @Persistor(DoNotPersistSelected.class)
    String[] m_selected;

    /** How to select. */
    public TypedStringFilterMode m_mode = TypedStringFilterMode.MANUAL; // NOSONAR a persisted field

    /** Used in mode REGEX and WILDCARD. */
    public PatternFilter m_patternFilter = new PatternFilter(); // NOSONAR a persisted field

    /** Used in mode MANUAL. */
    public ManualFilter m_manualFilter; // NOSONAR a persisted field

    /** Used in mode TYPE. */
    public T m_typeFilter; // NOSONAR a persisted field

    /**
     * @param initialSelected selected names
     * @param typeFilter filter by type
     */
    protected TypedStringFilter(final String[] initialSelected, final T typeFilter) {
        m_manualFilter = new ManualFilter(initialSelected);
        m_typeFilter = typeFilter;
    }

    /**
     * @param initialSelected selected names
     * @param typeFilter filter by type
     */
    protected TypedStringFilter(final List<String> initialSelected, final T typeFilter) {
        this(initialSelected.toArray(String[]::new), typeFilter);
    }

    /** @param value whether names in neither manual list are selected */
    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    /** @param selected what the dialog shows as selected */
    protected void setSelected(final String[] selected) {
        m_selected = selected;
    }

    /**
     * @param choices the names there are
     * @return names selected by hand that are not among them
     */
    protected String[] getMissingSelected(final String[] choices) {
        return m_mode == TypedStringFilterMode.MANUAL ? m_manualFilter.getUpdatedMissingValues(choices)
            : new String[0];
    }

    /**
     * @param choices the names there are
     * @param byType selects by type
     * @return the selected ones, in their order
     */
    protected String[] getSelected(final String[] choices, final Function<T, String[]> byType) {
        return m_mode == TypedStringFilterMode.TYPE ? byType.apply(m_typeFilter)
            : Stream.of(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    /** @return tells whether a name is selected; not for mode TYPE */
    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.getFilterPredicate();
            case REGEX -> m_patternFilter.getIsSelectedPredicate(PatternMode.REGEX);
            case WILDCARD -> m_patternFilter.getIsSelectedPredicate(PatternMode.WILDCARD);
            case TYPE -> throw new IllegalStateException("A name alone does not tell its type.");
        };
    }
}
