package org.knime.core.node.config.base;

/** A settings entry holding a long. */
public final class ConfigLongEntry extends AbstractConfigEntry {

    private final long m_value;

    public ConfigLongEntry(final String key, final long value) {
        super(ConfigEntries.xlong, key);
        m_value = value;
    }

    public ConfigLongEntry(final String key, final String value) {
        this(key, Long.parseLong(value));
    }

    public long getLong() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigLongEntry other && m_value == other.m_value;
    }
}
