package org.scelmo.embedded.runner.registry;

import java.io.IOException;
import java.util.Objects;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/**
 * A node that can be created.
 *
 * @param factoryClass the name by which workflows refer to it
 * @param implementation the class that is instantiated, the same unless it stands in for one of KNIME's own
 * @param categoryPath its place in the node repository
 * @param deprecated whether the contribution says so
 * @param hidden whether it is kept out of lists
 * @param bundle where it comes from
 * @param loader loads it
 */
public record NodeExtension(String factoryClass, String implementation, String categoryPath, boolean deprecated,
    boolean hidden, BundleInfo bundle, ClassLoader loader) {

    static NodeExtension contributed(final PluginXml.Contribution node, final PluginXml plugin) {
        final var factory = Objects.requireNonNullElse(node.attribute("factory-class"), "");
        final var path = Objects.requireNonNullElse(node.attribute("category-path"), "/");
        return new NodeExtension(factory, factory, path, node.flag("deprecated"), node.flag("hidden"),
            plugin.bundle(), plugin.loader());
    }

    /** A node of ours under the name of KNIME's. */
    static NodeExtension standIn(final String factoryClass, final Class<?> implementation,
        final String categoryPath) {
        return new NodeExtension(factoryClass, implementation.getName(), categoryPath, false, false,
            BundleInfo.EMBEDDED, implementation.getClassLoader());
    }

    /**
     * @return a new, initialised factory
     * @throws IOException if the class cannot be loaded or its declaration is at fault
     */
    @SuppressWarnings("unchecked")
    public NodeFactory<NodeModel> createFactory() throws IOException {
        return Instances.create(NodeFactory.class, loader, implementation, bundle);
    }
}
