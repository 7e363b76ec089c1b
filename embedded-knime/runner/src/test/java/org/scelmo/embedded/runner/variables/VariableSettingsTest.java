package org.scelmo.embedded.runner.variables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

class VariableSettingsTest {

    private final NodeSettings m_settings = new NodeSettings("model");

    private final NodeSettings m_mask = new NodeSettings("variables");

    @BeforeEach
    void fill() {
        m_settings.addString("text", "old");
        m_settings.addInt("count", 1);
        m_settings.addDouble("ratio", 0.5);
        m_settings.addBoolean("flag", false);
        m_settings.addStringArray("names", "x", "y");
        m_settings.addNodeSettings("file").addNodeSettings("path").addString("path", "old.csv");
        m_mask.addString("version", "V_2019_09_13");
        m_mask.addNodeSettings("tree");
    }

    @Test
    void valuesReplaceSettingsOfFittingTypes() throws InvalidSettingsException {
        use("text", "n");
        use("ratio", "n");
        use("flag", "yes");
        apply(new FlowVariable("n", 7), new FlowVariable("yes", VariableType.BooleanType.INSTANCE, true));
        assertEquals("7", m_settings.getString("text"));
        assertEquals(7.0, m_settings.getDouble("ratio"));
        assertTrue(m_settings.getBoolean("flag"));
    }

    @Test
    void nestedSettingIsFoundByItsPath() throws InvalidSettingsException {
        final var leaf = m_mask.getNodeSettings("tree").addNodeSettings("file").addNodeSettings("path")
            .addNodeSettings("path");
        leaf.addString("used_variable", "file");
        leaf.addString("exposed_variable", null);
        apply(new FlowVariable("file", "new.csv"));
        assertEquals("new.csv", m_settings.getNodeSettings("file").getNodeSettings("path").getString("path"));
    }

    @Test
    void arrayVariableReplacesArray() throws InvalidSettingsException {
        use("names", "all");
        apply(new FlowVariable("all", VariableType.StringArrayType.INSTANCE, new String[]{"a", "b", "c"}));
        assertArrayEquals(new String[]{"a", "b", "c"}, m_settings.getStringArray("names"));
    }

    @Test
    void otherTypesAreRefused() throws InvalidSettingsException {
        use("count", "text");
        final var failure =
            assertThrows(InvalidSettingsException.class, () -> apply(new FlowVariable("text", "many")));
        assertTrue(failure.getMessage().contains("cannot take the flow variable \"text\" of type STRING"),
            failure.getMessage());
        assertEquals(1, m_settings.getInt("count"));
    }

    @Test
    void doubleDoesNotFitAnInteger() throws InvalidSettingsException {
        use("count", "d");
        assertThrows(InvalidSettingsException.class, () -> apply(new FlowVariable("d", 2.0)));
    }

    @Test
    void absentVariableIsNamed() throws InvalidSettingsException {
        use("count", "nothing");
        assertTrue(assertThrows(InvalidSettingsException.class, this::apply).getMessage().contains("\"nothing\""));
    }

    @Test
    void unknownSettingsAreIgnoredButTold() throws InvalidSettingsException {
        use("gone", "n");
        assertEquals(List.of("gone"), apply(new FlowVariable("n", 1)).unknown());
    }

    @Test
    void settingBecomesAVariable() throws InvalidSettingsException {
        final var leaf = m_mask.getNodeSettings("tree").addNodeSettings("count");
        leaf.addString("used_variable", null);
        leaf.addString("exposed_variable", "made");
        final var made = apply().exposed();
        assertEquals(1, made.size());
        assertEquals("made", made.get(0).getName());
        assertEquals(1, made.get(0).getIntValue());
    }

    private void use(final String setting, final String variable) throws InvalidSettingsException {
        final var leaf = m_mask.getNodeSettings("tree").addNodeSettings(setting);
        leaf.addString("used_variable", variable);
        leaf.addString("exposed_variable", null);
    }

    private VariableSettings.Applied apply(final FlowVariable... variables) throws InvalidSettingsException {
        final Map<String, FlowVariable> available = new HashMap<>();
        for (var variable : variables) {
            available.put(variable.getName(), variable);
        }
        return VariableSettings.apply(m_settings, m_mask, available);
    }
}
