package org.scelmo.embedded.runner.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.workflow.FlowVariable;

/** Flow variables as settings hold them. Variables of types that are not known here are kept but not seen. */
public final class SavedVariables {

    private SavedVariables() {
    }

    /**
     * @param list a config with one sub-config per variable, which may also hold other things
     * @return the variables among them
     * @throws InvalidSettingsException if the list is damaged
     */
    public static List<FlowVariable> load(final NodeSettingsRO list) throws InvalidSettingsException {
        final var variables = new ArrayList<FlowVariable>();
        for (var key : list.keySet()) {
            final var entry = list.getNodeSettings(key);
            if (entry.containsKey("class") && isKnown(entry)) {
                variables.add(FlowVariable.load(entry));
            }
        }
        return variables;
    }

    /**
     * Puts the values of variables into a list: into the entry of that name, or at the end.
     *
     * @param list the list, changed in place
     * @param variables the variables
     * @return whether anything changed
     * @throws InvalidSettingsException if the list is damaged
     */
    public static boolean update(final NodeSettings list, final Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        final var saved = load(list);
        var changed = false;
        for (var variable : variables.values()) {
            if (saved.stream().noneMatch(s -> isSame(s, variable))) {
                variable.save(list.addNodeSettings(key(list, variable.getName())));
                changed = true;
            }
        }
        return changed;
    }

    /** @return whether name, type and value agree */
    public static boolean isSame(final FlowVariable one, final FlowVariable other) {
        return one.getName().equals(other.getName()) && one.getVariableType().equals(other.getVariableType())
            && one.getValueAsString().equals(other.getValueAsString());
    }

    private static String key(final NodeSettings list, final String name) throws InvalidSettingsException {
        for (var key : list.keySet()) {
            if (name.equals(list.getNodeSettings(key).getString("name", null))) {
                return key;
            }
        }
        var index = 0;
        while (list.containsKey("Var_" + index)) {
            index++;
        }
        return "Var_" + index;
    }

    private static boolean isKnown(final NodeSettingsRO entry) {
        try {
            FlowVariable.load(entry);
            return true;
        } catch (final InvalidSettingsException e) {
            return false; // a type of another extension
        }
    }
}
