package org.scelmo.embedded.ui;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.ui.ports.PortGroup;
import org.scelmo.embedded.ui.ports.PortGroup.Side;
import org.w3c.dom.Element;

/**
 * What a node says about itself: the data for its description and for tests of it.
 *
 * @param factory the node's factory, null in a description that does not know whose it is
 * @param name name
 * @param iconPath path of the icon, relative to the factory's package
 * @param shortDescription one sentence
 * @param fullDescription paragraphs
 * @param since release that brought the node
 * @param declaredType what the node does in a workflow, if declared
 * @param keywords words that find it
 * @param externalResources links
 * @param ports groups of ports
 * @param parametersClass class of its parameters, if it has any
 * @param view its view, if it has one
 */
public record NodeSheet(Class<? extends NodeFactory<?>> factory, String name, String iconPath, String shortDescription,
    String fullDescription, Version since, Optional<NodeType> declaredType, List<String> keywords,
    List<ExternalResource> externalResources, List<PortGroup> ports,
    Optional<Class<? extends NodeParameters>> parametersClass, Optional<ViewSheet> view) {

    /** Keeps copies of the lists. */
    public NodeSheet {
        keywords = List.copyOf(keywords);
        externalResources = List.copyOf(externalResources);
        ports = List.copyOf(ports);
    }

    /**
     * @param factory an initialised factory of a {@code DefaultNode}, or one whose description
     *            {@code DefaultNodeDescriptionUtil} has made
     * @return what its node says about itself
     */
    @SuppressWarnings("unchecked") // the class of a factory is that of a factory
    public static NodeSheet of(final NodeFactory<?> factory) {
        final var s = ((SheetDescription)NodeAccess.INSTANCE.description(factory)).sheet();
        return new NodeSheet((Class<? extends NodeFactory<?>>)factory.getClass(), s.name, s.iconPath,
            s.shortDescription, s.fullDescription, s.since, s.declaredType, s.keywords, s.externalResources, s.ports,
            s.parametersClass, s.view);
    }

    /** @return the declared type; else Source without inputs, Sink without outputs, Manipulator with both */
    public NodeType type() {
        return declaredType.orElseGet(() -> {
            if (inputs().isEmpty()) {
                return NodeType.Source;
            }
            return outputs().isEmpty() ? NodeType.Sink : NodeType.Manipulator;
        });
    }

    /** @return groups of input ports */
    public List<PortGroup> inputs() {
        return side(Side.INPUT);
    }

    /** @return groups of output ports */
    public List<PortGroup> outputs() {
        return side(Side.OUTPUT);
    }

    private List<PortGroup> side(final Side side) {
        return ports.stream().filter(p -> p.side() == side).toList();
    }

    /** @return where the icon lies, if the file exists */
    public Optional<URL> icon() {
        return Optional.ofNullable(factory.getResource(iconPath));
    }

    /** @return the options of the dialog, in its order, those of the view last */
    public List<DialogOption> options() {
        return Stream.concat(parametersClass.stream(), view.flatMap(ViewSheet::parametersClass).stream())
            .flatMap(type -> DialogOptions.of(type).stream()).toList();
    }

    /**
     * @return the description as KNIME shows it
     * @throws IllegalArgumentException if a text is not well-formed markup
     */
    public Element toXml() {
        return new SheetXml(this).toXml();
    }
}
