package org.knime.core.node.workflow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** Where a node is: the index in its workflow, after those of the workflows around it. */
public class NodeID implements Serializable, Comparable<NodeID> {

    public static final NodeID ROOTID = new NodeID(0);

    private static final long serialVersionUID = 1;

    private final NodeID m_prefix;

    private final int m_index;

    public NodeID(final int ix) {
        m_prefix = null;
        m_index = ix;
    }

    public NodeID(final NodeID prefix, final int ix) {
        m_prefix = prefix;
        m_index = ix;
    }

    public NodeID createChild(final int ix) {
        return new NodeID(this, ix);
    }

    public NodeID getPrefix() {
        return m_prefix;
    }

    public int getIndex() {
        return m_index;
    }

    @Override
    public int compareTo(final NodeID o) {
        final var mine = path();
        final var others = o.path();
        for (var i = 0; i < Math.min(mine.length, others.length); i++) {
            if (mine[i] != others[i]) {
                return Integer.compare(mine[i], others[i]);
            }
        }
        return Integer.compare(mine.length, others.length);
    }

    private int[] path() {
        return Arrays.stream(toString().split(":")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return m_prefix == null ? Integer.toString(m_index) : m_prefix + ":" + m_index;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_prefix, m_index);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof NodeID other && m_index == other.m_index && Objects.equals(m_prefix, other.m_prefix);
    }
}
