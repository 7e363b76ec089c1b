package org.knime.node.parameters.migration;

import java.util.List;

/**
 * The older forms of a value.
 *
 * @param <T> the value's type
 */
public interface NodeParametersMigration<T> {

    /** @return migrations; the first that matches is used, the current form if none does */
    List<ConfigMigration<T>> getConfigMigrations();
}
