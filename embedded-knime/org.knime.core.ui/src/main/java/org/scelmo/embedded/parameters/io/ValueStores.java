package org.scelmo.embedded.parameters.io;

import java.util.Collection;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.data.location.FSLocationSerializationUtils;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;
import org.scelmo.embedded.parameters.ParameterField;

/** Chooses how a field without a persistor is stored. */
final class ValueStores {

    private ValueStores() {
    }

    static Store of(final ParameterField field) {
        final var key = field.key();
        final var type = field.valueType();
        if (type == Void.class) {
            return nothing();
        }
        if (isArrayOfObjects(field)) {
            return new ArrayStore(key, field.elementType(), type.isArray());
        }
        if (isObject(type)) {
            return ObjectStore.nested(type, key);
        }
        final var leaf = leaf(type, key, field);
        return field.isOptional() ? new OptionalStore(leaf, standIn(type), key) : leaf;
    }

    private static boolean isObject(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type) || WidgetGroup.class.isAssignableFrom(type);
    }

    private static boolean isArrayOfObjects(final ParameterField field) {
        final var type = field.valueType();
        return (type.isArray() || Collection.class.isAssignableFrom(type)) && isObject(field.elementType());
    }

    private static Store leaf(final Class<?> type, final String key, final ParameterField field) {
        if (type.isEnum()) {
            return new EnumStore(key, type);
        }
        if (type == FSLocation.class) {
            return location(key);
        }
        return PlainType.of(type).map(plain -> plain.store(key)).orElseThrow(() -> new IllegalArgumentException(
            "The field " + field.field() + " has a type that parameters cannot have without a @Persistor."));
    }

    /** What stands in a settings file for an absent value. */
    private static Object standIn(final Class<?> type) {
        if (type.isEnum()) {
            return null;
        }
        return type == FSLocation.class ? new FSLocation(FSCategory.LOCAL, "")
            : PlainType.of(type).map(PlainType::standIn).orElse(null);
    }

    /** A field of type {@link Void} only carries a widget. */
    private static Store nothing() {
        return new Store() {
            @Override
            public void save(final Object value, final NodeSettingsWO settings) {
                // nothing to store
            }

            @Override
            public Object load(final NodeSettingsRO settings) {
                return null;
            }
        };
    }

    private static Store location(final String key) {
        return new Store() {
            @Override
            public void save(final Object value, final NodeSettingsWO settings) {
                FSLocationSerializationUtils.saveFSLocation((FSLocation)value, settings.addNodeSettings(key));
            }

            @Override
            public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return FSLocationSerializationUtils.loadFSLocation(settings.getNodeSettings(key));
            }
        };
    }
}
