package org.knime.core.node.config.base;

/** A settings entry holding a float. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private final float m_value;

    public ConfigFloatEntry(final String key, final float value) {
        super(ConfigEntries.xfloat, key);
        m_value = value;
    }

    public ConfigFloatEntry(final String key, final String value) {
        this(key, Float.parseFloat(value));
    }

    public float getFloat() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Float.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigFloatEntry other && Float.compare(m_value, other.m_value) == 0;
    }
}
