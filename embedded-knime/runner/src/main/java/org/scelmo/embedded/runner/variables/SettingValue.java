package org.scelmo.embedded.runner.variables;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** Moves values between flow variables and settings. Which variable fits which setting is as in KNIME. */
final class SettingValue {

    private static final String ARRAY_SIZE = "array-size";

    /** What a single variable may overwrite; an array variable likewise, element by element. */
    private static final Map<String, Set<ConfigEntries>> ACCEPTED = Map.of(
        "BOOLEAN", EnumSet.of(ConfigEntries.xboolean, ConfigEntries.xstring, ConfigEntries.xtransientstring),
        "DOUBLE", EnumSet.of(ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring,
            ConfigEntries.xtransientstring),
        "INTEGER", EnumSet.of(ConfigEntries.xint, ConfigEntries.xbyte, ConfigEntries.xshort, ConfigEntries.xlong,
            ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xchar, ConfigEntries.xstring,
            ConfigEntries.xtransientstring),
        "LONG", EnumSet.of(ConfigEntries.xlong, ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring,
            ConfigEntries.xtransientstring),
        "STRING", EnumSet.of(ConfigEntries.xboolean, ConfigEntries.xstring, ConfigEntries.xtransientstring,
            ConfigEntries.xchar));

    private SettingValue() {
    }

    static void overwrite(final Config parent, final String key, final String path, final FlowVariable variable)
        throws InvalidSettingsException {
        final var entry = parent.getEntry(key);
        try {
            if (entry instanceof Config config && config.containsKey(ARRAY_SIZE)) {
                overwriteArray(parent, key, path, elementType(config, variable), variable);
            } else if (entry instanceof Config) {
                throw mismatch(path, variable, "a group of settings");
            } else {
                check(entry.getType(), path, variable);
                setSingle(parent, key, entry.getType(), variable.getValueAsString());
            }
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(
                "The flow variable \"%s\" (value \"%s\") does not fit the setting \"%s\": %s".formatted(
                    variable.getName(), variable.getValueAsString(), path, e.getMessage()), e);
        }
    }

    static FlowVariable expose(final Config parent, final String key, final String path, final String name)
        throws InvalidSettingsException {
        final var type = parent.getEntry(key).getType();
        return switch (type) {
            case xstring -> new FlowVariable(name, VariableType.StringType.INSTANCE, parent.getString(key, ""));
            case xint -> new FlowVariable(name, VariableType.IntType.INSTANCE, parent.getInt(key));
            case xlong -> new FlowVariable(name, VariableType.LongType.INSTANCE, parent.getLong(key));
            case xdouble -> new FlowVariable(name, VariableType.DoubleType.INSTANCE, parent.getDouble(key));
            case xfloat -> new FlowVariable(name, VariableType.DoubleType.INSTANCE, (double)parent.getFloat(key));
            case xboolean -> new FlowVariable(name, VariableType.BooleanType.INSTANCE, parent.getBoolean(key));
            default -> throw new InvalidSettingsException(
                "The setting \"%s\" cannot become a flow variable: there is none of type %s".formatted(path, type));
        };
    }

    private static void check(final ConfigEntries type, final String path, final FlowVariable variable)
        throws InvalidSettingsException {
        final var kind = variable.getVariableType().getIdentifier();
        if (!ACCEPTED.getOrDefault(elementKind(kind), Set.of()).contains(type) || kind.endsWith("ARRAY")) {
            throw mismatch(path, variable, type.toString());
        }
    }

    private static InvalidSettingsException mismatch(final String path, final FlowVariable variable,
        final String settingType) {
        return new InvalidSettingsException("The setting \"%s\" (%s) cannot take the flow variable \"%s\" of type %s"
            .formatted(path, settingType, variable.getName(), variable.getVariableType().getIdentifier()));
    }

    private static void setSingle(final Config parent, final String key, final ConfigEntries type, final String text) {
        switch (type) {
            case xboolean -> parent.addBoolean(key, parseBoolean(text));
            case xbyte -> parent.addByte(key, Byte.parseByte(text));
            case xshort -> parent.addShort(key, Short.parseShort(text));
            case xint -> parent.addInt(key, Integer.parseInt(text));
            case xlong -> parent.addLong(key, Long.parseLong(text));
            case xfloat -> parent.addFloat(key, Float.parseFloat(text));
            case xdouble -> parent.addDouble(key, Double.parseDouble(text));
            case xchar -> parent.addChar(key, parseChar(text));
            case xtransientstring -> parent.addTransientString(key, text);
            default -> parent.addString(key, text);
        }
    }

    private static void overwriteArray(final Config parent, final String key, final String path,
        final ConfigEntries elementType, final FlowVariable variable) throws InvalidSettingsException {
        final var kind = variable.getVariableType().getIdentifier();
        if (!ACCEPTED.getOrDefault(elementKind(kind), Set.of()).contains(elementType)) {
            throw mismatch(path, variable, elementType + " array");
        }
        final var values = values(variable);
        final var array = parent.addConfig(key);
        array.addInt(ARRAY_SIZE, values.size());
        for (var i = 0; i < values.size(); i++) {
            setSingle(array, Integer.toString(i), elementType, values.get(i));
        }
    }

    /** An empty array does not tell its type: it takes that of the variable. */
    private static ConfigEntries elementType(final Config array, final FlowVariable variable) {
        if (array.containsKey("0")) {
            return array.getEntry("0").getType();
        }
        return switch (elementKind(variable.getVariableType().getIdentifier())) {
            case "BOOLEAN" -> ConfigEntries.xboolean;
            case "DOUBLE" -> ConfigEntries.xdouble;
            case "INTEGER" -> ConfigEntries.xint;
            case "LONG" -> ConfigEntries.xlong;
            default -> ConfigEntries.xstring;
        };
    }

    private static String elementKind(final String kind) {
        return switch (kind) {
            case "INTARRAY" -> "INTEGER";
            case "BOOLEANARRAY", "DOUBLEARRAY", "LONGARRAY", "STRINGARRAY" ->
                kind.substring(0, kind.length() - "ARRAY".length());
            default -> kind;
        };
    }

    private static List<String> values(final FlowVariable variable) {
        final Object value = variable.getValue(variable.getVariableType());
        return value instanceof Object[] array ? Arrays.stream(array).map(String::valueOf).toList()
            : List.of(variable.getValueAsString());
    }

    private static boolean parseBoolean(final String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException("it must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static char parseChar(final String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("it must be a single character");
        }
        return text.charAt(0);
    }
}
