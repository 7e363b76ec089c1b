package org.scelmo.embedded.parameters.io;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.Persistor;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParameterField;

/** Stores and reads an object field by field. */
public final class ObjectStore implements Store {

    private final Class<?> m_type;

    private final List<FieldStore> m_fields;

    private ObjectStore(final Class<?> type) {
        m_type = type;
        m_fields = ParameterField.of(type).stream().map(FieldStore::new).toList();
    }

    /**
     * @param type a class with a constructor without arguments
     * @return how to store its objects
     */
    public static ObjectStore of(final Class<?> type) {
        if (type.isAnnotationPresent(Persistor.class)) {
            throw new IllegalArgumentException(
                "@Persistor on a class, here " + type.getName() + ", is supported for the type of a field only.");
        }
        return new ObjectStore(type);
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        m_fields.forEach(field -> field.save(value, settings));
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final Object value = Instances.of(m_type);
        for (final var field : m_fields) {
            field.load(value, settings);
        }
        return value;
    }

    /** Stores an object of a type in a config of its own. */
    static Store nested(final Class<?> type, final String key) {
        final var persistor = type.getAnnotation(Persistor.class);
        final Store content = persistor == null ? of(type) : new PersistorStore(Instances.of(persistor.value()));
        return new Store() {
            @Override
            public void save(final Object value, final NodeSettingsWO settings) {
                content.save(value, settings.addNodeSettings(key));
            }

            @Override
            public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return content.load(settings.getNodeSettings(key));
            }
        };
    }
}
