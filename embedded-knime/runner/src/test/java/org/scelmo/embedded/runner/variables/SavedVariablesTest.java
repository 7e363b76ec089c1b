package org.scelmo.embedded.runner.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

class SavedVariablesTest {

    private final NodeSettings m_list = new NodeSettings("workflow_variables");

    @BeforeEach
    void fill() {
        new FlowVariable("n", 3).save(m_list.addNodeSettings("Var_0"));
        final var foreign = m_list.addNodeSettings("Var_1");
        foreign.addString("name", "place");
        foreign.addString("class", "FSLOCATION");
        foreign.addNodeSettings("value");
    }

    @Test
    void unknownTypesAreKeptButNotSeen() throws InvalidSettingsException {
        assertEquals(List.of("n"), SavedVariables.load(m_list).stream().map(FlowVariable::getName).toList());
        assertTrue(SavedVariables.update(m_list, Map.of("n", new FlowVariable("n", 4))));
        assertEquals("FSLOCATION", m_list.getNodeSettings("Var_1").getString("class"));
        assertEquals(4, m_list.getNodeSettings("Var_0").getInt("value"));
    }

    @Test
    void sameValueChangesNothing() throws InvalidSettingsException {
        assertFalse(SavedVariables.update(m_list, Map.of("n", new FlowVariable("n", 3))));
    }

    @Test
    void otherTypeIsAChange() throws InvalidSettingsException {
        assertTrue(SavedVariables.update(m_list, Map.of("n", new FlowVariable("n", "3"))));
        assertEquals("STRING", m_list.getNodeSettings("Var_0").getString("class"));
    }

    @Test
    void newVariableComesAtTheEnd() throws InvalidSettingsException {
        assertTrue(SavedVariables.update(m_list, Map.of("new", new FlowVariable("new", "x"))));
        assertEquals("new", m_list.getNodeSettings("Var_2").getString("name"));
    }
}
