package org.knime.node;

import java.util.function.Consumer;

import org.knime.core.util.Version;
import org.knime.node.DefaultNode.RequireIcon;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.scelmo.embedded.ui.ports.PortGroups;

/** The stages of {@link DefaultNode} up to its ports. */
final class DefaultNodeStages {

    /** The texts that head a node. */
    record Texts(String name, String icon, String shortDescription, String fullDescription, Version since) {
    }

    private DefaultNodeStages() {
    }

    static RequireIcon name(final String name) {
        return icon -> shortDescription -> fullDescription -> (major, minor, revision) -> ports(
            new Texts(name, icon, shortDescription, fullDescription, new Version(major, minor, revision)));
    }

    private static RequirePorts ports(final Texts texts) {
        return (final Consumer<DynamicPortsAdder> adder) -> {
            final var ports = PortGroups.of(adder);
            final RequireModel model =
                stages -> new DefaultNode(texts, ports, stages.apply(DefaultModel.create()));
            return model;
        };
    }
}
