package org.scelmo.embedded.parameters.io;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for entries of nested configs. */
final class ConfigPath {

    private ConfigPath() {
    }

    static boolean existsAny(final NodeSettingsRO settings, final String[][] paths) {
        return Arrays.stream(paths).anyMatch(path -> exists(settings, path));
    }

    private static boolean exists(final NodeSettingsRO settings, final String... path) {
        if (path.length == 0 || !settings.containsKey(path[0])) {
            return false;
        }
        if (path.length == 1) {
            return true;
        }
        try {
            return exists(settings.getNodeSettings(path[0]), Arrays.copyOfRange(path, 1, path.length));
        } catch (final InvalidSettingsException e) { // NOSONAR an entry stands where the path needs a config
            return false;
        }
    }
}
