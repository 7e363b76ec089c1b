package org.scelmo.embedded.core;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.workflow.FlowVariable;

/** The variables a node sees, and those it pushes. */
public final class FlowVariables {

    private final Map<String, FlowVariable> m_incoming = new LinkedHashMap<>();

    private final Map<String, FlowVariable> m_pushed = new LinkedHashMap<>();

    /** No variables. */
    public FlowVariables() {
        this(List.of());
    }

    /**
     * The given variables.
     *
     * @param incoming the variables; of two of one name the first counts
     */
    public FlowVariables(final Collection<FlowVariable> incoming) {
        incoming.forEach(v -> m_incoming.putIfAbsent(v.getName(), v));
    }

    /** @return the variables that come from before the node */
    public Collection<FlowVariable> incoming() {
        return Collections.unmodifiableCollection(m_incoming.values());
    }

    /** @return the variables that the node has pushed, in order */
    public Collection<FlowVariable> pushed() {
        return Collections.unmodifiableCollection(m_pushed.values());
    }

    /** @return what the next node sees: the pushed ones, and the incoming ones that they do not hide */
    public List<FlowVariable> outgoing() {
        final var all = new LinkedHashMap<>(m_pushed);
        m_incoming.forEach(all::putIfAbsent);
        return List.copyOf(all.values());
    }

    /**
     * Adds a variable, or replaces the one of that name.
     *
     * @param variable the variable
     */
    public void push(final FlowVariable variable) {
        m_pushed.put(variable.getName(), variable);
    }

    /**
     * Finds a variable by name.
     *
     * @param name the name
     * @return the pushed or else the incoming variable
     */
    public Optional<FlowVariable> find(final String name) {
        return Optional.ofNullable(m_pushed.getOrDefault(name, m_incoming.get(name)));
    }
}
