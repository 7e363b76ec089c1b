package org.knime.core.node.config.base;

/** A settings entry holding a short. */
public final class ConfigShortEntry extends AbstractConfigEntry {

    private final short m_value;

    public ConfigShortEntry(final String key, final short value) {
        super(ConfigEntries.xshort, key);
        m_value = value;
    }

    public ConfigShortEntry(final String key, final String value) {
        this(key, Short.parseShort(value));
    }

    public short getShort() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Short.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigShortEntry other && m_value == other.m_value;
    }
}
