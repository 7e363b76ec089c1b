package org.scelmo.embedded.runner.sample;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactoryClassMapper;
import org.knime.core.node.NodeModel;

/** Knows the name that the node Rows had before. */
public final class SampleClassMapper extends NodeFactoryClassMapper {

    @Override
    public NodeFactory<? extends NodeModel> mapFactoryClassName(final String factoryClassName) {
        return factoryClassName.equals("old.name.RowsNodeFactory") ? new RowsNodeFactory() : null;
    }
}
