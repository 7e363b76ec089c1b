package org.knime.core.node.workflow;

import java.util.List;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigStringEntry;
import org.knime.core.node.config.base.ConfigTransientStringEntry;

/** Puts the values of variables into settings; a setting keeps its type. */
final class SettingOverwriter {

    private static final String ARRAY_SIZE = "array-size";

    private SettingOverwriter() {
    }

    /** Whether a setting is of one of the given types, or a list of strings, which any single value can become. */
    static boolean isOf(final Config config, final String key, final String... types) {
        final var entry = config.getEntry(key);
        return entry != null && (List.of(types).contains(entry.getType().name()) || isStringArray(config, key));
    }

    static boolean isStringArray(final Config config, final String key) {
        if (!(config.getEntry(key) instanceof ConfigBase array) || !array.containsKey(ARRAY_SIZE)) {
            return false;
        }
        return array.keySet().stream().filter(k -> !ARRAY_SIZE.equals(k))
            .allMatch(k -> array.getEntry(k) instanceof ConfigStringEntry);
    }

    static void overwrite(final Config config, final String key, final VariableContent<?> content)
        throws VariableType.InvalidConfigEntryException {
        if (!content.type().canOverwrite(config, key)) {
            throw new VariableType.InvalidConfigEntryException("Setting \"" + key + "\" cannot be overwritten with \""
                + content + "\": it does not take flow variables of type " + content.type() + ".");
        }
        if (content.value() instanceof String[] texts) {
            config.addStringArray(key, texts);
        } else if (config.getEntry(key) instanceof ConfigBase) {
            config.addStringArray(key, content.toString());
        } else if (config.getEntry(key) instanceof ConfigTransientStringEntry) {
            config.addTransientString(key, content.toString());
        } else {
            overwriteValue(config, key, content.toString());
        }
    }

    private static void overwriteValue(final Config config, final String key, final String text)
        throws VariableType.InvalidConfigEntryException {
        final var type = config.getEntry(key).getType();
        final var fits = switch (type) {
            case xboolean -> "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text);
            case xchar -> text.length() == 1;
            default -> true;
        };
        try {
            if (!fits) {
                throw new IllegalArgumentException("it holds a " + type.name().substring(1));
            }
            config.addEntry(type.createEntry(key, text));
        } catch (final IllegalArgumentException e) {
            throw new VariableType.InvalidConfigEntryException("Setting \"" + key + "\" cannot be overwritten with \""
                + text + "\": " + e.getMessage(), e);
        }
    }
}
