package org.scelmo.embedded.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

class MigrationTest {

    static final class Later implements NodeParameters {
        int m_old = 1;

        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 2;

        @Migration(OldWorkflowsUseZero.class)
        int m_changed = 3;

        @Migration(FromPercent.class)
        double m_fraction = 0.4;
    }

    static final class OldWorkflowsUseZero implements DefaultProvider<Integer> {
        @Override
        public Integer getDefault() {
            return 0;
        }
    }

    static final class FromPercent implements NodeParametersMigration<Double> {
        @Override
        public List<ConfigMigration<Double>> getConfigMigrations() {
            return List.of(ConfigMigration.<Double> builder(s -> s.getInt("percent") / 100.0)
                .withDeprecatedConfigPath("percent").build());
        }
    }

    @LoadDefaultsForAbsentFields
    static final class Lenient implements NodeParameters {
        int m_a = 1;

        String m_b = "b";
    }

    static final class Upper implements NodeParametersPersistor<String> {
        @Override
        public String load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getNodeSettings("deep").getString("name").toUpperCase(Locale.ROOT);
        }

        @Override
        public void save(final String param, final NodeSettingsWO settings) {
            settings.addNodeSettings("deep").addString("name", param);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"deep", "name"}};
        }
    }

    static final class Custom implements NodeParameters {
        @Persistor(Upper.class)
        @Migrate(loadDefaultIfAbsent = true)
        String m_name = "default";
    }

    @Test
    void settingsOfAnOlderReleaseLoadWithMigratedValues() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addInt("old", 10);
        settings.addInt("percent", 25);
        final var loaded = ParametersIO.load(Later.class, settings);
        assertEquals(10, loaded.m_old);
        assertEquals(2, loaded.m_added);
        assertEquals(0, loaded.m_changed);
        assertEquals(0.25, loaded.m_fraction);
    }

    @Test
    void currentSettingsLoadAsTheyAre() throws Exception {
        final var parameters = new Later();
        parameters.m_added = 20;
        parameters.m_changed = 30;
        parameters.m_fraction = 0.75;
        final var settings = new NodeSettings("model");
        ParametersIO.save(parameters, settings);
        final var loaded = ParametersIO.load(Later.class, settings);
        assertEquals(20, loaded.m_added);
        assertEquals(30, loaded.m_changed);
        assertEquals(0.75, loaded.m_fraction);
    }

    @Test
    void aFieldWithoutMigrationMustBeThere() {
        assertThrows(InvalidSettingsException.class, () -> ParametersIO.load(Later.class, new NodeSettings("model")));
    }

    @Test
    void aLenientClassKeepsTheDefaultsOfAbsentFields() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addInt("a", 5);
        final var loaded = ParametersIO.load(Lenient.class, settings);
        assertEquals(5, loaded.m_a);
        assertEquals("b", loaded.m_b);
    }

    @Test
    void aPersistorDecidesAboutTheForm() throws Exception {
        final var settings = new NodeSettings("model");
        ParametersIO.save(new Custom(), settings);
        assertEquals("default", settings.getNodeSettings("deep").getString("name"));
        assertEquals("DEFAULT", ParametersIO.load(Custom.class, settings).m_name);
        assertEquals("default", ParametersIO.load(Custom.class, new NodeSettings("model")).m_name);
    }
}
