package org.knime.core.node.config.base;

/** A settings entry holding a boolean. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {

    private final boolean m_value;

    public ConfigBooleanEntry(final String key, final boolean value) {
        super(ConfigEntries.xboolean, key);
        m_value = value;
    }

    public ConfigBooleanEntry(final String key, final String value) {
        this(key, Boolean.parseBoolean(value));
    }

    public boolean getBoolean() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigBooleanEntry other && m_value == other.m_value;
    }
}
