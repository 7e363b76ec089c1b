package org.knime.core.node.config.base;

/** A settings entry holding a double. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {

    private final double m_value;

    public ConfigDoubleEntry(final String key, final double value) {
        super(ConfigEntries.xdouble, key);
        m_value = value;
    }

    public ConfigDoubleEntry(final String key, final String value) {
        this(key, Double.parseDouble(value));
    }

    public double getDouble() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigDoubleEntry other && Double.compare(m_value, other.m_value) == 0;
    }
}
