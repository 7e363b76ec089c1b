package org.scelmo.nodes.support.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.ScelmoException;

class ScelmoPreferencesTest {

    private final Map<String, String> m_properties = new HashMap<>(Map.of("user.home", "home"));

    private final Map<String, String> m_environment = new HashMap<>();

    private final Map<Preference, String> m_stored = new EnumMap<>(Preference.class);

    private final ScelmoPreferences m_preferences =
        new ScelmoPreferences(m_properties::get, m_environment::get, m_stored::get);

    @Test
    void systemPropertyPrecedesEnvironmentPreferenceAndHome() {
        assertEquals(Path.of("home", ".scelmo"), m_preferences.answerFolder());
        m_stored.put(Preference.ANSWER_FOLDER, "of KNIME");
        assertEquals(Path.of("of KNIME"), m_preferences.answerFolder());
        m_environment.put("SCELMO_LLM_CACHE", "of environment");
        assertEquals(Path.of("of environment"), m_preferences.answerFolder());
        m_properties.put("scelmo.llm.cache", " of knime.ini ");
        assertEquals(Path.of("of knime.ini"), m_preferences.answerFolder());
    }

    @Test
    void blankIsNotSet() {
        m_properties.put("scelmo.adaptor.device", " ");
        m_environment.put("SCELMO_ADAPTOR_DEVICE", "");
        m_stored.put(Preference.DEVICE, "cuda");
        assertEquals(ComputeDevice.CUDA, m_preferences.device());
        m_stored.put(Preference.DEVICE, "");
        assertEquals(ComputeDevice.AUTO, m_preferences.device());
    }

    @ParameterizedTest
    @CsvSource({"auto,AUTO", "CPU,CPU", "Cuda,CUDA"})
    void deviceIsReadInAnyCase(final String text, final ComputeDevice device) {
        m_environment.put("SCELMO_ADAPTOR_DEVICE", text);
        assertEquals(device, m_preferences.device());
    }

    @Test
    void unknownDeviceIsRefusedWithItsPlace() {
        m_stored.put(Preference.DEVICE, "gpu");
        final var e = assertThrows(ScelmoException.class, m_preferences::device);
        assertEquals("The preference org.scelmo.nodes/adaptor.device is 'gpu', which is not auto, cpu or cuda.",
            e.getMessage());
        assertEquals("Set it to auto, cpu or cuda, or remove it.", e.resolutions().get(0));
    }

    @Test
    void memoryIsInMegabytesAndEmptyWhereNotSet() {
        assertEquals(OptionalLong.empty(), m_preferences.memoryBytes());
        m_properties.put("scelmo.adaptor.memory", "2048");
        assertEquals(OptionalLong.of(1L << 31), m_preferences.memoryBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"63", "-1", "9223372036854775807", "2 GB", "1.5"})
    void impossibleMemoryIsRefusedWithItsPlace(final String text) {
        m_environment.put("SCELMO_ADAPTOR_MEMORY", text);
        final var e = assertThrows(ScelmoException.class, m_preferences::memoryBytes);
        final var message = "The environment variable SCELMO_ADAPTOR_MEMORY is '%s', which is not a number of MB"
            .formatted(text);
        assertEquals(message, e.getMessage().replaceFirst("( from 64 on)?\\.$", ""));
    }

    @Test
    void processWithoutPreferencesOfKnimeHasTheDefaults() {
        assertThrows(ClassNotFoundException.class,
            () -> Class.forName("org.eclipse.core.runtime.preferences.InstanceScope"));
        assertEquals(Path.of(System.getProperty("scelmo.llm.cache")), ScelmoPreferences.current().answerFolder());
        assertEquals(ComputeDevice.AUTO, ScelmoPreferences.current().device());
    }
}
