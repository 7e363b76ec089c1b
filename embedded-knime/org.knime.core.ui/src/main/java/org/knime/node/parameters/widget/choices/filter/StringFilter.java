package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.stream.Stream;

import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.StringFilterMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.DoNotPersistSelected;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Selects some of a list of names, by hand or by pattern. */
public class StringFilter implements Persistable {

    @Persistor(DoNotPersistSelected.class)
    String[] m_selected;

    /** How to select. */
    public StringFilterMode m_mode = StringFilterMode.MANUAL; // NOSONAR a persisted field

    /** Used in mode REGEX and WILDCARD. */
    public PatternFilter m_patternFilter = new PatternFilter(); // NOSONAR a persisted field

    /** Used in mode MANUAL. */
    public ManualFilter m_manualFilter; // NOSONAR a persisted field

    /** Selects nothing. */
    public StringFilter() {
        this(new String[0]);
    }

    /** @param initialSelected selected names */
    public StringFilter(final String[] initialSelected) {
        m_manualFilter = new ManualFilter(initialSelected);
    }

    /** @param initialSelected selected names */
    public StringFilter(final List<String> initialSelected) {
        this(initialSelected.toArray(String[]::new));
    }

    /** Names in neither list are not selected. */
    public void excludeUnknownColumn() {
        m_manualFilter.m_includeUnknownColumns = false;
    }

    /**
     * @param choices the names there are
     * @return the selected ones, in their order
     */
    public String[] filter(final String[] choices) {
        final var selected = m_mode == StringFilterMode.MANUAL ? m_manualFilter.getFilterPredicate()
            : m_patternFilter.getIsSelectedPredicate(m_mode.toPatternMode());
        return Stream.of(choices).filter(selected).toArray(String[]::new);
    }

    /**
     * @param choices the names there are
     * @return names selected by hand that are not among them
     */
    public String[] getMissingSelected(final String[] choices) {
        return m_mode == StringFilterMode.MANUAL ? m_manualFilter.getUpdatedMissingValues(choices) : new String[0];
    }
}
