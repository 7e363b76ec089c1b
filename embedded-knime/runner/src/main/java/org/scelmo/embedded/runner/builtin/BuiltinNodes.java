package org.scelmo.embedded.runner.builtin;

import java.util.List;

import org.scelmo.embedded.runner.registry.NodeExtension;

/** The few nodes of KNIME's own that small workflows need; ours answer to their names. */
public final class BuiltinNodes {

    private static final String CATEGORY = "/io/other";

    private BuiltinNodes() {
    }

    /** @return all stand-ins */
    public static List<NodeExtension> all() {
        return List.of(NodeExtension.standIn("org.knime.base.node.io.tablecreator.TableCreator3NodeFactory",
            TableCreatorNodeFactory.class, CATEGORY, false));
    }
}
