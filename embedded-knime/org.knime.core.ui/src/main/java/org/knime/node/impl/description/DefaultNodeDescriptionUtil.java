package org.knime.node.impl.description;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.SheetDescription;
import org.scelmo.embedded.ui.ports.PortGroup;
import org.scelmo.embedded.ui.ports.PortGroup.Mode;
import org.scelmo.embedded.ui.ports.PortGroup.Side;

/** Describes nodes that are written without {@code DefaultNode}. */
public final class DefaultNodeDescriptionUtil {

    private DefaultNodeDescriptionUtil() {
    }

    /**
     * The description of a node.
     *
     * @param name its name
     * @param icon path of the icon, relative to the factory's package
     * @param inPortDescriptions its inputs
     * @param outPortDescriptions its outputs
     * @param shortDescription one sentence
     * @param fullDescription paragraphs
     * @param externalResources links
     * @param modelSettingsClass its parameters, null if it has none
     * @param viewSettingsClass the parameters of its view, null if it has none
     * @param viewDescription what its view shows, null if it has none
     * @param type what it does in a workflow
     * @param keywords words that find it
     * @param sinceVersion release that brought it
     * @return the description
     */
    public static NodeDescription createNodeDescription(final String name, final String icon,
        final Collection<PortDescription> inPortDescriptions, final Collection<PortDescription> outPortDescriptions,
        final String shortDescription, final String fullDescription,
        final Collection<ExternalResource> externalResources, final Class<? extends NodeParameters> modelSettingsClass,
        final Class<? extends NodeParameters> viewSettingsClass, final String viewDescription, final NodeType type,
        final Collection<String> keywords, final Version sinceVersion) {
        final var ports = Stream.concat(groups(Side.INPUT, inPortDescriptions),
            groups(Side.OUTPUT, outPortDescriptions)).toList();
        return new SheetDescription(new NodeSheet(null, name, icon, shortDescription, fullDescription, sinceVersion,
            Optional.of(type), List.copyOf(keywords), List.copyOf(externalResources), ports,
            Optional.ofNullable(modelSettingsClass), Optional.empty()));
    }

    /** The types of the ports are known to the model alone. */
    private static Stream<PortGroup> groups(final Side side, final Collection<PortDescription> ports) {
        return ports.stream().map(p -> new PortGroup(p.configurable() ? p.id() : p.name(), side, p.name(),
            p.description(), p.configurable() ? Mode.EXTENDABLE : Mode.FIXED, List.of(), List.of()));
    }
}
