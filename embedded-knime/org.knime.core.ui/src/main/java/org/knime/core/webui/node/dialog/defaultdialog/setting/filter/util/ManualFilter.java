package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.node.parameters.persistence.Persistable;

/** Selects names one by one. */
public class ManualFilter implements Persistable {

    /** Selected, also those that are missing now. */
    public String[] m_manuallySelected; // NOSONAR a persisted field

    /** Not selected. */
    public String[] m_manuallyDeselected; // NOSONAR a persisted field

    /** Whether names in neither list are selected. */
    public boolean m_includeUnknownColumns; // NOSONAR a persisted field

    ManualFilter() {
        this(new String[0]);
    }

    /** @param initialSelected selected names */
    public ManualFilter(final String[] initialSelected) {
        this(initialSelected, new String[0], false);
    }

    /**
     * @param manuallySelected selected names
     * @param manuallyDeselected names not selected
     * @param includeUnknownColumns whether all other names are selected
     */
    public ManualFilter(final String[] manuallySelected, final String[] manuallyDeselected,
        final boolean includeUnknownColumns) {
        m_manuallySelected = manuallySelected;
        m_manuallyDeselected = manuallyDeselected;
        m_includeUnknownColumns = includeUnknownColumns;
    }

    /** @return tells whether a name is selected */
    public Predicate<String> getFilterPredicate() {
        if (m_includeUnknownColumns) {
            final var excluded = Set.of(m_manuallyDeselected);
            return name -> !excluded.contains(name);
        }
        return Set.of(m_manuallySelected)::contains;
    }

    /**
     * @param choices the names there are
     * @return selected names that are not among them
     */
    public String[] getUpdatedMissingValues(final String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        final var present = Set.of(choices);
        return Stream.of(m_manuallySelected).filter(name -> !present.contains(name)).toArray(String[]::new);
    }
}
