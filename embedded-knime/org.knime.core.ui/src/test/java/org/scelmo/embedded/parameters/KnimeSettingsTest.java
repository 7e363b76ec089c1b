package org.scelmo.embedded.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Settings written by the real KNIME must load, and be written again exactly so. */
class KnimeSettingsTest {

    enum Transform {
            SCALE, LOG
    }

    /** The parameters of the sample plugin's node as its settings show them. */
    static final class LabStats implements NodeParameters {
        String m_column;

        ColumnFilter m_copy = new ColumnFilter();

        Transform m_transform = Transform.LOG;

        double m_factor = 1;

        @Persist(configKey = "nr_threads")
        int m_threads = 4;

        Optional<Long> m_seed = Optional.of(1L);
    }

    private static NodeSettingsRO model(final String workflow) throws Exception {
        final var file = Path.of(System.getProperty("scelmo.shared", ""), "spec", workflow,
            "Lab Column Transform (#2)", "settings.xml");
        Assumptions.assumeTrue(Files.exists(file), "the reference data folder with " + workflow + " is not there");
        try (var in = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(in).getNodeSettings("model");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"knime-example-workflow", "knime-example-workflow-5.8.2"})
    void settingsOfTheRealKnimeLoadAndAreSavedUnchanged(final String workflow) throws Exception {
        final var original = model(workflow);
        final var parameters = ParametersIO.load(LabStats.class, original);
        assertEquals(original.getString("column"), parameters.m_column);
        assertEquals(Transform.valueOf(original.getString("transform")), parameters.m_transform);
        assertEquals(original.getDouble("factor"), parameters.m_factor);
        assertEquals(Optional.empty(), parameters.m_seed);
        final var saved = new NodeSettings("model");
        ParametersIO.save(parameters, saved);
        assertEquals(xml((NodeSettings)original), xml(saved));
    }

    private static String xml(final NodeSettings settings) throws Exception {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        final var xml = out.toString(StandardCharsets.UTF_8);
        assertTrue(xml.contains("key=\"nr_threads\""), xml);
        return xml;
    }
}
