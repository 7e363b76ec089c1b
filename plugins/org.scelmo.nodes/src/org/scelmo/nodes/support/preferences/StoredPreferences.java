package org.scelmo.nodes.support.preferences;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * KNIME's preferences: those of the workspace, then the defaults, which <tt>-pluginCustomization</tt> and the profiles
 * of an executor set. The packages are imported optionally, so only a caller that can do without refers to this class.
 */
final class StoredPreferences {

    private StoredPreferences() {
    }

    static String get(final Preference preference) {
        final var stored = InstanceScope.INSTANCE.getNode(ScelmoPreferences.NODE).get(preference.key(), "");
        return stored.isBlank() ? DefaultScope.INSTANCE.getNode(ScelmoPreferences.NODE).get(preference.key(), null)
            : stored;
    }
}
