package org.knime.core.node.workflow;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;

/** The types of flow variables there are. */
public final class VariableTypeRegistry {

    private static final VariableTypeRegistry INSTANCE = new VariableTypeRegistry();

    private VariableTypeRegistry() {
    }

    public static VariableTypeRegistry getInstance() {
        return INSTANCE;
    }

    public VariableType<?>[] getAllTypes() {
        return new VariableType<?>[]{VariableType.StringType.INSTANCE, VariableType.DoubleType.INSTANCE,
            VariableType.IntType.INSTANCE, VariableType.LongType.INSTANCE, VariableType.BooleanType.INSTANCE,
            VariableType.StringArrayType.INSTANCE};
    }

    public VariableType<?>[] getOverwritingTypes(final Config config, final String configKey) {
        return Arrays.stream(getAllTypes()).filter(t -> t.canOverwrite(config, configKey))
            .toArray(VariableType<?>[]::new);
    }

    /**
     * Overwrites a setting with the value of a variable.
     *
     * @param config the settings
     * @param configKey the key of the setting
     * @param v the variable
     * @throws InvalidSettingsException if there is no such setting
     * @throws VariableType.InvalidConfigEntryException if the value does not fit the setting
     */
    public static void overwriteWithVariable(final Config config, final String configKey, final FlowVariable v)
        throws InvalidSettingsException, VariableType.InvalidConfigEntryException {
        if (!config.containsKey(configKey)) {
            throw new InvalidSettingsException("There is no setting \"" + configKey + "\" to overwrite.");
        }
        v.overwrite(config, configKey);
    }
}
