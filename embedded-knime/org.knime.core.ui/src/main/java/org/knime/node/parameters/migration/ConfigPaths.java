package org.knime.node.parameters.migration;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for nested entries. */
final class ConfigPaths {

    private ConfigPaths() {
    }

    static boolean exists(final NodeSettingsRO settings, final String... path) {
        if (path.length == 0 || !settings.containsKey(path[0])) {
            return false;
        }
        if (path.length == 1) {
            return true;
        }
        try {
            return exists(settings.getNodeSettings(path[0]), Arrays.copyOfRange(path, 1, path.length));
        } catch (final InvalidSettingsException e) { // NOSONAR an entry where the path needs a config
            return false;
        }
    }
}
