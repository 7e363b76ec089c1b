package org.knime.core.node.config.base;

/** Copies of single values, so that two trees never share an entry (an entry knows its parent). */
final class ConfigEntryCopies {

    private ConfigEntryCopies() {
    }

    static AbstractConfigEntry copyOf(final AbstractConfigEntry entry) {
        return entry instanceof ConfigTransientStringEntry hidden
            ? new ConfigTransientStringEntry(hidden.getKey(), hidden.getTransientString())
            : entry.getType().createEntry(entry.getKey(), entry.toStringValue());
    }
}
