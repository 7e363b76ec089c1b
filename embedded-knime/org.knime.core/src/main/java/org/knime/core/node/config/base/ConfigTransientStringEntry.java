package org.knime.core.node.config.base;

import java.util.Objects;

/** A settings entry whose string lives in memory only: it is never written to disk. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {

    public static final String HIDDEN_VALUE = "<hidden value>";

    private final transient String m_value;

    public ConfigTransientStringEntry(final String key, final String value) {
        super(ConfigEntries.xtransientstring, key);
        m_value = value;
    }

    public String getTransientString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return m_value == null ? null : HIDDEN_VALUE;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigTransientStringEntry other && Objects.equals(m_value, other.m_value);
    }
}
