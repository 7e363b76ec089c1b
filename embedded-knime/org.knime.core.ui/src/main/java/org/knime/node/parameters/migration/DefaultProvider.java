package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A value for settings that were stored before the field existed.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T> builder(settings -> getDefault()).build());
    }
}
