package org.scelmo.embedded.parameters.io;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Leaves a value to its own persistor. */
final class PersistorStore implements Store {

    private final NodeParametersPersistor<Object> m_persistor;

    @SuppressWarnings("unchecked") // annotations cannot carry the field's type
    PersistorStore(final NodeParametersPersistor<?> persistor) {
        m_persistor = (NodeParametersPersistor<Object>)persistor;
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        m_persistor.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return m_persistor.load(settings);
    }
}
