package org.scelmo.embedded.parameters.io;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores an array or list of objects: a config with one config for each, named by its index. */
final class ArrayStore implements Store {

    private static final String IS_NULL = "is_null";

    private final String m_key;

    private final Class<?> m_elementType;

    private final boolean m_array;

    private final ObjectStore m_elements;

    ArrayStore(final String key, final Class<?> elementType, final boolean array) {
        m_key = key;
        m_elementType = elementType;
        m_array = array;
        m_elements = ObjectStore.of(elementType);
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final var config = settings.addNodeSettings(m_key);
        if (value == null) {
            config.addBoolean(IS_NULL, true);
            return;
        }
        final Collection<?> elements = m_array ? Arrays.asList((Object[])value) : (Collection<?>)value;
        var index = 0;
        for (final var element : elements) {
            m_elements.save(element, config.addNodeSettings(Integer.toString(index++)));
        }
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var config = settings.getNodeSettings(m_key);
        if (config.getBoolean(IS_NULL, false)) {
            return null;
        }
        final List<Object> elements = new ArrayList<>();
        for (var i = 0; config.containsKey(Integer.toString(i)); i++) {
            elements.add(m_elements.load(config.getNodeSettings(Integer.toString(i))));
        }
        return m_array ? elements.toArray((Object[])Array.newInstance(m_elementType, 0)) : elements;
    }
}
