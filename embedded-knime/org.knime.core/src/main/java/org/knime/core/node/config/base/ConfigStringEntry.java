package org.knime.core.node.config.base;

import java.util.Objects;

/** A settings entry holding a string, possibly null. */
public final class ConfigStringEntry extends AbstractConfigEntry {

    private final String m_value;

    public ConfigStringEntry(final String key, final String value) {
        super(ConfigEntries.xstring, key);
        m_value = value;
    }

    public String getString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return m_value;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigStringEntry other && Objects.equals(m_value, other.m_value);
    }
}
