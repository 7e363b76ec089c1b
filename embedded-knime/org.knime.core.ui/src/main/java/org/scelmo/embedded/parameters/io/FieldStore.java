package org.scelmo.embedded.parameters.io;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParameterField;

/** Stores and reads a field as its annotations say. */
final class FieldStore {

    private final ParameterField m_field;

    private final Store m_store;

    private final String[][] m_paths;

    private final List<ConfigMigration<?>> m_migrations;

    private final boolean m_keepDefaultIfAbsent;

    FieldStore(final ParameterField field) {
        m_field = field;
        final var persistor = persistor(field);
        m_store = persistor == null ? ValueStores.of(field) : new PersistorStore(persistor);
        m_paths = persistor == null ? new String[][]{{field.key()}} : persistor.getConfigPaths();
        m_migrations = migrations(field);
        m_keepDefaultIfAbsent = m_paths.length > 0 && keepDefaultIfAbsent(field);
    }

    private static NodeParametersPersistor<?> persistor(final ParameterField field) {
        final var annotation = field.annotation(Persistor.class);
        if (annotation.isPresent() && field.annotation(Persist.class).isPresent()) {
            throw new IllegalStateException("The field " + field.field() + " has both @Persistor and @Persist.");
        }
        return annotation.map(a -> (NodeParametersPersistor<?>)Instances.of(a.value())).orElse(null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // annotations cannot carry the field's type
    private static List<ConfigMigration<?>> migrations(final ParameterField field) {
        final var annotation = field.annotation(Migration.class);
        if (annotation.isEmpty()) {
            return List.of();
        }
        if (field.annotation(Migrate.class).isPresent()) {
            throw new IllegalStateException("The field " + field.field() + " has both @Migration and @Migrate.");
        }
        final NodeParametersMigration migration = Instances.of(annotation.get().value());
        return List.copyOf(migration.getConfigMigrations());
    }

    private static boolean keepDefaultIfAbsent(final ParameterField field) {
        return field.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)
            || field.field().getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class)
                && field.annotation(Migration.class).isEmpty();
    }

    void save(final Object parameters, final NodeSettingsWO settings) {
        m_store.save(m_field.get(parameters), settings);
    }

    /** Reads the value into parameters that hold the default. */
    void load(final Object parameters, final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var migration : m_migrations) {
            if (matches(migration, settings)) {
                m_field.set(parameters, migration.getLoader().load(settings));
                return;
            }
        }
        if (!m_keepDefaultIfAbsent || ConfigPath.existsAny(settings, m_paths)) {
            m_field.set(parameters, m_store.load(settings));
        }
    }

    private boolean matches(final ConfigMigration<?> migration, final NodeSettingsRO settings) {
        return migration.getMatcher() == null ? !ConfigPath.existsAny(settings, m_paths)
            : migration.getMatcher().test(settings);
    }
}
