package org.knime.core.node.workflow;

import java.util.List;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/** Puts the values of variables into settings; a setting keeps its type. */
final class SettingOverwriter {

    private SettingOverwriter() {
    }

    static boolean isOf(final Config config, final String key, final String... types) {
        final var entry = config.getEntry(key);
        return entry != null && List.of(types).contains(entry.getType().name());
    }

    static boolean isValue(final Config config, final String key) {
        final var entry = config.getEntry(key);
        return entry != null && !(entry instanceof ConfigBase) && entry.getType() != ConfigEntries.xpassword;
    }

    static boolean isArray(final Config config, final String key) {
        return config.getEntry(key) instanceof ConfigBase array && array.containsKey("array-size");
    }

    static void overwrite(final Config config, final String key, final Object value)
        throws VariableType.InvalidConfigEntryException {
        final var type = config.getEntry(key) == null ? null : config.getEntry(key).getType();
        try {
            if (value instanceof String[] texts) {
                config.addStringArray(key, texts);
            } else if (type == null || type == ConfigEntries.config) {
                throw new IllegalArgumentException("it holds no single value");
            } else {
                config.addEntry(type.createEntry(key, convert(type, value)));
            }
        } catch (final IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new VariableType.InvalidConfigEntryException("Setting \"" + key + "\" cannot be overwritten with \""
                + value + "\": " + e.getMessage(), e);
        }
    }

    private static String convert(final ConfigEntries type, final Object value) {
        final var isWhole = type == ConfigEntries.xint || type == ConfigEntries.xlong || type == ConfigEntries.xshort
            || type == ConfigEntries.xbyte;
        if (isWhole && value instanceof Double number) {
            if (number != Math.rint(number)) {
                throw new IllegalArgumentException("it is no whole number");
            }
            return Long.toString(number.longValue());
        }
        if (type == ConfigEntries.xboolean && !"true".equals(value.toString()) && !"false".equals(value.toString())) {
            throw new IllegalArgumentException("it is neither \"true\" nor \"false\"");
        }
        return value.toString();
    }
}
