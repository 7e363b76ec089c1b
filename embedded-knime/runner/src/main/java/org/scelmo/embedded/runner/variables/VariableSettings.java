package org.scelmo.embedded.runner.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.FlowVariable;

/**
 * The part of a node's {@code settings.xml} that lets flow variables control settings: a tree in the shape of the
 * settings whose leaves name the variable to use and the variable to make.
 */
public final class VariableSettings {

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    private VariableSettings() {
    }

    /**
     * What came of it.
     *
     * @param exposed the variables that the node makes from its settings
     * @param unknown settings that should be controlled but that the node does not have; as in KNIME, they are ignored
     */
    public record Applied(List<FlowVariable> exposed, List<String> unknown) {
    }

    /**
     * Overwrites settings.
     *
     * @param settings a node's settings, changed in place
     * @param mask the config {@code variables} or {@code view_variables}, {@code null} if the node has none
     * @param available the variables that reach the node
     * @return what came of it
     * @throws InvalidSettingsException if a variable is not there or does not fit
     */
    public static Applied apply(final NodeSettings settings, final NodeSettingsRO mask,
        final Map<String, FlowVariable> available) throws InvalidSettingsException {
        final var applied = new Applied(new ArrayList<>(), new ArrayList<>());
        if (mask != null) {
            apply(settings, tree(mask), available, applied, "");
        }
        return applied;
    }

    /** @return the names of all variables that the mask uses */
    public static List<String> usedVariables(final NodeSettingsRO mask) throws InvalidSettingsException {
        final var used = new ArrayList<String>();
        if (mask != null) {
            collectUsed(tree(mask), used);
        }
        return used;
    }

    /** From version 2019 on the tree has its own level. */
    private static NodeSettingsRO tree(final NodeSettingsRO mask) throws InvalidSettingsException {
        return mask.containsKey("tree") ? mask.getNodeSettings("tree") : mask;
    }

    private static void apply(final Config settings, final NodeSettingsRO mask,
        final Map<String, FlowVariable> available, final Applied applied, final String path)
        throws InvalidSettingsException {
        for (var key : configs(mask)) {
            final var child = mask.getNodeSettings(key);
            final var childPath = path.isEmpty() ? key : path + "/" + key;
            if (!settings.containsKey(key)) {
                applied.unknown().add(childPath);
                continue;
            }
            if (!isLeaf(child)) {
                apply(settings.getConfig(key), child, available, applied, childPath);
            } else {
                final var used = child.getString(USED, null);
                if (used != null && !used.isBlank()) {
                    SettingValue.overwrite(settings, key, childPath, variable(used, childPath, available));
                }
                final var name = child.getString(EXPOSED, null);
                if (name != null && !name.isBlank()) {
                    applied.exposed().add(SettingValue.expose(settings, key, childPath, name));
                }
            }
        }
    }

    private static void collectUsed(final NodeSettingsRO mask, final List<String> used)
        throws InvalidSettingsException {
        for (var key : configs(mask)) {
            final var child = mask.getNodeSettings(key);
            if (!isLeaf(child)) {
                collectUsed(child, used);
            } else if (child.getString(USED, null) != null) {
                used.add(child.getString(USED));
            }
        }
    }

    private static FlowVariable variable(final String name, final String path,
        final Map<String, FlowVariable> available) throws InvalidSettingsException {
        final var variable = available.get(name);
        if (variable == null) {
            throw new InvalidSettingsException(("The setting \"%s\" is controlled by the flow variable \"%s\", which "
                + "does not reach the node. Set it with --var %s=VALUE or connect its source.")
                    .formatted(path, name, name));
        }
        return variable;
    }

    private static boolean isLeaf(final NodeSettingsRO mask) {
        return configs(mask).isEmpty();
    }

    private static List<String> configs(final NodeSettingsRO mask) {
        final var keys = new ArrayList<String>();
        for (var key : mask.keySet()) {
            try {
                mask.getNodeSettings(key);
                keys.add(key);
            } catch (final InvalidSettingsException e) {
                continue; // an entry, not a level of the tree
            }
        }
        return keys;
    }
}
