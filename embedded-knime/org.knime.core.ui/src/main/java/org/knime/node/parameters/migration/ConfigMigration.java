package org.knime.node.parameters.migration;

import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;

/**
 * How to read a value from settings of an older release.
 *
 * @param <T> the value's type
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> m_loader;

    private final Predicate<NodeSettingsRO> m_matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        m_loader = loader;
        m_matcher = matcher;
    }

    /**
     * @param <T> the value's type
     * @param loader reads the old form
     * @return a builder
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** @return tells whether settings have the old form; null: they have if the current key is missing */
    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /** @return reads the old form */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /**
     * Builds a migration.
     *
     * @param <T> the value's type
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private Predicate<NodeSettingsRO> m_matcher;

        private Predicate<NodeSettingsRO> m_deprecated;

        /** @param loader reads the old form */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader);
        }

        /**
         * @param matcher tells whether settings have the old form
         * @return this
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /**
         * @param path keys that lead to an entry of the old form; unless a matcher is given, all such paths must exist
         * @return this
         */
        public Builder<T> withDeprecatedConfigPath(final String... path) {
            final Predicate<NodeSettingsRO> exists = settings -> ConfigPaths.exists(settings, path);
            m_deprecated = m_deprecated == null ? exists : m_deprecated.and(exists);
            return this;
        }

        /** @return the migration */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(m_loader, m_matcher != null ? m_matcher : m_deprecated);
        }
    }
}
