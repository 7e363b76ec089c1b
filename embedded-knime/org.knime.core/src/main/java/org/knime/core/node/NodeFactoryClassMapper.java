package org.knime.core.node;

/** Finds the factory of a node that was renamed; a plugin.xml registers mappers. */
public abstract class NodeFactoryClassMapper {

    public NodeFactoryClassMapper() {
        // for subclasses
    }

    /**
     * Maps a name.
     *
     * @param factoryClassName the class name that a workflow has
     * @return the factory that takes its place, null if this mapper does not know the name
     */
    public abstract NodeFactory<? extends NodeModel> mapFactoryClassName(String factoryClassName);
}
