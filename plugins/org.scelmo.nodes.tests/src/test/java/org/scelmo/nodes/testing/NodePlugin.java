package org.scelmo.nodes.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.node.parameters.NodeParameters;
import org.w3c.dom.Element;

/** What plugin.xml contributes. */
public final class NodePlugin {

    private NodePlugin() {
    }

    /**
     * A node of plugin.xml.
     *
     * @param category path of its category
     * @param factory its factory
     */
    public record Contribution(String category, NodeFactory<? extends NodeModel> factory) {

        /** @return its parameters class, which is named after the factory */
        public Class<? extends NodeParameters> parameters() {
            final var name = factory.getClass().getName().replace("NodeFactory", "Parameters");
            try {
                return Class.forName(name).asSubclass(NodeParameters.class);
            } catch (final ClassNotFoundException e) {
                throw new AssertionError("Parameters are named after their factory", e);
            }
        }

        /** @return folder of the factory's source, where the icon lies */
        public Path folder() {
            return TestKnime.plugin().resolve("src")
                .resolve(factory.getClass().getPackageName().replace('.', '/'));
        }

        @Override
        public String toString() {
            return factory.getClass().getSimpleName();
        }
    }

    /** @return the nodes, in the order of plugin.xml */
    public static List<Contribution> nodes() {
        TestKnime.catalog();
        return elements("node").stream()
            .map(e -> new Contribution(e.getAttribute("category-path"), create(e.getAttribute("factory-class"))))
            .toList();
    }

    private static NodeFactory<? extends NodeModel> create(final String name) {
        try {
            @SuppressWarnings("unchecked") // every factory makes a node model
            final var factory = (NodeFactory<? extends NodeModel>)Class.forName(name).getConstructor().newInstance();
            factory.init();
            return factory;
        } catch (final ReflectiveOperationException e) {
            throw new AssertionError("plugin.xml names a factory that cannot be made: " + name, e);
        }
    }

    /** @return all elements of this name in plugin.xml */
    public static List<Element> elements(final String name) {
        try {
            final var found = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(TestKnime.plugin().resolve("plugin.xml").toFile()).getElementsByTagName(name);
            return IntStream.range(0, found.getLength()).mapToObj(i -> (Element)found.item(i)).toList();
        } catch (final Exception e) { // NOSONAR an unreadable plugin.xml fails the test, whatever the reason
            throw new AssertionError("plugin.xml cannot be read", e);
        }
    }
}
