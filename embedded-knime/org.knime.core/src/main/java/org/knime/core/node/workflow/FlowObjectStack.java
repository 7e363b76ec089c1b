package org.knime.core.node.workflow;

import java.util.Iterator;
import java.util.List;

/** The flow variables that reach a node. */
public final class FlowObjectStack implements Iterable<FlowObject> {

    private final List<FlowObject> m_objects;

    private FlowObjectStack(final List<? extends FlowObject> objects) {
        m_objects = List.copyOf(objects);
    }

    /**
     * A stack of variables.
     *
     * @param list the variables, the first at the bottom
     * @param id the node that owns them
     * @return the stack
     */
    public static FlowObjectStack createFromFlowVariableList(final List<FlowVariable> list, final NodeID id) {
        return new FlowObjectStack(list);
    }

    @Override
    public Iterator<FlowObject> iterator() {
        return m_objects.iterator();
    }

    @Override
    public String toString() {
        return m_objects.toString();
    }
}
