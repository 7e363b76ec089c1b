package org.scelmo.embedded.runner.model;

import java.nio.file.Path;
import java.util.Optional;

import org.knime.core.node.NodeSettings;

/**
 * A node as the workflow folder holds it.
 *
 * @param id its id in the workflow that holds it
 * @param path its id from the top, such as {@code 3} or {@code 3.1} for node 1 in metanode 3
 * @param kind what it is
 * @param name the name it was saved with
 * @param settingsFile its {@code settings.xml}; for a metanode its {@code workflow.knime}
 * @param settings the content of that file
 * @param content what is inside a metanode or component
 * @param problem why it cannot be opened, {@code null} if it can
 */
public record WorkflowNode(int id, String path, Kind kind, String name, Path settingsFile, NodeSettings settings,
    Optional<Workflow> content, String problem) {

    /** What KNIME calls {@code node_type}. */
    public enum Kind {
        /** An ordinary node. */
        NATIVE("NativeNode"),
        /** A folded part of the workflow, without a scope of its own. */
        METANODE("MetaNode"),
        /** A component, with a scope of its own for flow variables. */
        COMPONENT("SubNode");

        private final String m_nodeType;

        Kind(final String nodeType) {
            m_nodeType = nodeType;
        }

        static Optional<Kind> of(final String nodeType) {
            for (var kind : values()) {
                if (kind.m_nodeType.equals(nodeType)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** @return the folder that holds the settings and the data */
    public Path folder() {
        return settingsFile.getParent();
    }

    /** @return the class name of the node's factory, empty for metanodes and components */
    public String factory() {
        return settings.getString("factory", "");
    }

    /** @return the saved state, {@code IDLE} if there is none */
    public String savedState() {
        return settings.getString("state", "IDLE");
    }

    /** @return name and path as messages show them */
    @Override
    public String toString() {
        return "%s (#%s)".formatted(name, path);
    }
}
