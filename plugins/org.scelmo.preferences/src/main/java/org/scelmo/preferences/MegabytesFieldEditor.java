package org.scelmo.preferences;

import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.scelmo.nodes.support.preferences.ScelmoPreferences;

/** A number of MB, or nothing: Eclipse's own editor of integers would show 0 for nothing. */
final class MegabytesFieldEditor extends StringFieldEditor {

    MegabytesFieldEditor(final String name, final String label, final Composite parent) {
        super(name, label, parent);
        setEmptyStringAllowed(true);
        setErrorMessage("The memory must be a whole number of MB from %d on, or empty."
            .formatted(ScelmoPreferences.LEAST_MEMORY));
    }

    @Override
    protected boolean doCheckState() {
        return isAllowed(getStringValue());
    }

    static boolean isAllowed(final String text) {
        return text.isBlank() || text.strip().matches("\\d{1,9}")
            && Long.parseLong(text.strip()) >= ScelmoPreferences.LEAST_MEMORY;
    }
}
