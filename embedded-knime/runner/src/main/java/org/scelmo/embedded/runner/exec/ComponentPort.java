package org.scelmo.embedded.runner.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;

/**
 * The input or output side of a component: hands data on unchanged, and of the flow variables those that its settings
 * name. A component is a scope of its own: other variables do not cross its border.
 */
public final class ComponentPort implements NodeBody {

    private final int m_ports;

    private final NodeSettingsRO m_settings;

    private Map<String, FlowVariable> m_variables = Map.of();

    private ComponentPort(final int ports, final NodeSettingsRO settings) {
        m_ports = ports;
        m_settings = settings;
    }

    /**
     * @param node the node in the component
     * @param settings its model settings, may be {@code null}
     * @return what it does; it has as many ports as are connected
     */
    public static ComponentPort of(final GraphNode node, final NodeSettingsRO settings) {
        return new ComponentPort(node.inputs().stream().mapToInt(GraphNode.Wire::targetPort).max().orElse(0), settings);
    }

    @Override
    public List<Input> inputs() {
        final var inputs = new ArrayList<Input>();
        for (var i = 1; i <= m_ports; i++) {
            inputs.add(new Input("port " + i, false));
        }
        return inputs;
    }

    @Override
    public int outputCount() {
        return m_ports;
    }

    @Override
    public Plan configure(final List<PortObjectSpec> specs, final Map<String, FlowVariable> variables) {
        m_variables = crossing(variables);
        return new Plan(specs, m_variables, List.of());
    }

    @Override
    public Result execute(final List<PortObject> inputs, final Progress progress, final BooleanSupplier canceled) {
        return new Result(inputs, m_variables, List.of());
    }

    private Map<String, FlowVariable> crossing(final Map<String, FlowVariable> variables) {
        final var crossing = new LinkedHashMap<String, FlowVariable>();
        if (m_settings != null && m_settings.containsKey("variable-filter")) {
            final var prefix = m_settings.getString("variable-prefix", null);
            for (var variable : variables.values()) {
                if (isIncluded(variable.getName())) {
                    final var name = prefix == null ? variable.getName() : prefix + variable.getName();
                    crossing.put(name, name.equals(variable.getName()) ? variable : variable.withNewName(name));
                }
            }
        }
        return crossing;
    }

    private boolean isIncluded(final String name) {
        try {
            final var filter = m_settings.getNodeSettings("variable-filter");
            if (Arrays.asList(filter.getStringArray("included_names", new String[0])).contains(name)) {
                return true;
            }
            return "EnforceExclusion".equals(filter.getString("enforce_option", null))
                && !Arrays.asList(filter.getStringArray("excluded_names", new String[0])).contains(name);
        } catch (final InvalidSettingsException e) {
            return false; // no filter: nothing crosses
        }
    }
}
