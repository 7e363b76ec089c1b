package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;

import javax.swing.tree.TreeNode;

/** One node of a settings tree: a value or a nested config, with its key and its parent. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1;

    private final ConfigEntries m_type;

    private final String m_key;

    private AbstractConfigEntry m_parent;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("The key of a settings entry must not be null or empty.");
        }
        m_type = type;
        m_key = key;
    }

    public final String getKey() {
        return m_key;
    }

    public final ConfigEntries getType() {
        return m_type;
    }

    @Override
    public final TreeNode getParent() {
        return m_parent;
    }

    public final void setParent(final AbstractConfigEntry parent) {
        m_parent = parent;
    }

    /** @return the value as it is written to disk, null for a null value */
    public abstract String toStringValue();

    abstract boolean hasIdenticalValue(AbstractConfigEntry entry);

    /**
     * Whether the other entry has the same key, type and value.
     *
     * @param entry the other entry
     * @return true if nothing differs
     */
    public final boolean isIdentical(final AbstractConfigEntry entry) {
        return entry == this || entry != null && m_type == entry.m_type && m_key.equals(entry.m_key)
            && hasIdenticalValue(entry);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof AbstractConfigEntry entry && isIdentical(entry);
    }

    @Override
    public int hashCode() {
        return m_key.hashCode() ^ m_type.hashCode();
    }

    @Override
    public String toString() {
        return m_key + "=" + toStringValue();
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public boolean isLeaf() {
        return true;
    }
}
