package org.knime.core.node.config.base;

/** A settings entry holding an int. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private final int m_value;

    public ConfigIntEntry(final String key, final int value) {
        super(ConfigEntries.xint, key);
        m_value = value;
    }

    public ConfigIntEntry(final String key, final String value) {
        this(key, Integer.parseInt(value));
    }

    public int getInt() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigIntEntry other && m_value == other.m_value;
    }
}
