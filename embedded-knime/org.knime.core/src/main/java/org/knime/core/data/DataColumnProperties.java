package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Free texts attached to a column. */
public final class DataColumnProperties implements Cloneable {

    private final Map<String, String> m_properties;

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(final Map<String, String> content) {
        m_properties = new LinkedHashMap<>(content);
    }

    public boolean containsProperty(final String key) {
        return m_properties.containsKey(key);
    }

    public String getProperty(final String key) {
        return m_properties.get(key);
    }

    public String getProperty(final String key, final String defaultValue) {
        return m_properties.getOrDefault(key, defaultValue);
    }

    public Enumeration<String> properties() {
        return Collections.enumeration(m_properties.keySet());
    }

    public int size() {
        return m_properties.size();
    }

    /**
     * These properties with others put over them.
     *
     * @param overwrite the others
     * @return a new object
     */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> overwrite) {
        final var merged = new LinkedHashMap<>(m_properties);
        merged.putAll(overwrite);
        return new DataColumnProperties(merged);
    }

    public void save(final ConfigWO config) {
        m_properties.forEach(config::addString);
    }

    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final var content = new LinkedHashMap<String, String>();
        for (final var key : config.keySet()) {
            content.put(key, config.getString(key));
        }
        return new DataColumnProperties(content);
    }

    @Override
    public String toString() {
        return m_properties.toString();
    }

    @Override
    public int hashCode() {
        return m_properties.hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties other && m_properties.equals(other.m_properties);
    }
}
