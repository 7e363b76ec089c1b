package org.knime.core.node.config.base;

/** A settings entry holding a char. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private final char m_value;

    public ConfigCharEntry(final String key, final char value) {
        super(ConfigEntries.xchar, key);
        m_value = value;
    }

    public ConfigCharEntry(final String key, final String value) {
        this(key, value.charAt(0));
    }

    public char getChar() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigCharEntry other && m_value == other.m_value;
    }
}
