package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDescription.DynamicPortGroupDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.runner.registry.NodeCatalog;
import org.scelmo.embedded.runner.registry.NodeExtension;

/** Lists the installed nodes and describes them. */
final class NodesCommand {

    private final Console m_console;

    private final NodeCatalog m_catalog;

    NodesCommand(final Console console, final NodeCatalog catalog) {
        m_console = console;
        m_catalog = catalog;
    }

    private record Opened(NodeExtension extension, NodeFactory<NodeModel> factory, NodeDescription description) {
    }

    void list() throws IOException {
        var category = "";
        for (var node : m_catalog.nodes()) {
            if (!node.hidden()) {
                final var here = m_catalog.categoryName(node.categoryPath());
                if (!here.equals(category)) {
                    m_console.print(here);
                    category = here;
                }
                final var description = open(node).description();
                final var name = description.getNodeName() + (node.deprecated() ? " (deprecated)" : "");
                m_console.print("  %s: %s".formatted(name,
                    HtmlText.oneLine(description.getShortDescription().orElse(""))));
            }
        }
    }

    int describe(final String name) throws IOException, UsageException {
        if (name.isBlank()) {
            throw new UsageException("Write: describe NODE, for example: describe Table Creator");
        }
        final var wanted = name.toLowerCase(Locale.ROOT);
        final var similar = new ArrayList<String>();
        for (var node : m_catalog.nodes()) {
            final var opened = open(node);
            final var nodeName = opened.description().getNodeName();
            if (nodeName.equalsIgnoreCase(name) || node.factoryClass().equals(name)) {
                print(opened);
                return CommandLine.OK;
            }
            if (nodeName.toLowerCase(Locale.ROOT).contains(wanted)) {
                similar.add(nodeName);
            }
        }
        throw new UsageException("There is no node \"%s\"%s; \"nodes\" lists them".formatted(name,
            similar.isEmpty() ? "" : ". Did you mean " + String.join(" or ", similar) + "?"));
    }

    private void print(final Opened node) throws IOException {
        final var description = node.description();
        m_console.print("%s (%s, in %s)".formatted(description.getNodeName(), description.getType(),
            m_catalog.categoryName(node.extension().categoryPath())));
        m_console.print("");
        HtmlText.lines(description.getShortDescription().orElse("")).forEach(m_console::print);
        description.getIntro().ifPresent(intro -> {
            m_console.print("");
            HtmlText.lines(intro).forEach(m_console::print);
        });
        printPorts(node);
        printGroups("Inputs that can be added", description.getDynamicInPortGroups());
        printGroups("Outputs that can be added", description.getDynamicOutPortGroups());
        for (var group : description.getDialogOptionGroups()) {
            m_console.print("");
            m_console.print(group.getName().map(n -> "Options: " + n).orElse("Options"));
            for (var option : group.getOptions()) {
                printEntry(option.getName() + (option.isOptional() ? " (optional)" : ""), option.getDescription());
            }
        }
        for (var i = 0; i < description.getViewCount(); i++) {
            m_console.print("");
            m_console.print("View");
            printEntry(description.getViewName(i), description.getViewDescription(i));
        }
        m_console.print("");
        m_console.print("Factory: " + node.extension().factoryClass());
    }

    private void printPorts(final Opened node) throws IOException {
        final var types = NodeAccess.INSTANCE.portsOf(NodeAccess.INSTANCE.createModel(node.factory(), ports(node)));
        final var description = node.description();
        final var headings = List.of("Inputs", "Outputs");
        for (var side = 0; side < types.length; side++) {
            if (types[side].length > 0) {
                m_console.print("");
                m_console.print(headings.get(side));
            }
            for (var i = 0; i < types[side].length; i++) {
                final var name = side == 0 ? description.getInportName(i) : description.getOutportName(i);
                printEntry("%d %s [%s%s]".formatted(i + 1, name, types[side][i].getName(),
                    types[side][i].isOptional() ? ", optional" : ""),
                    side == 0 ? description.getInportDescription(i) : description.getOutportDescription(i));
            }
        }
    }

    private void printGroups(final String heading, final List<DynamicPortGroupDescription> groups) {
        if (!groups.isEmpty()) {
            m_console.print("");
            m_console.print(heading);
            groups.forEach(group -> printEntry(group.getGroupName(), group.getGroupDescription()));
        }
    }

    private static Optional<ModifiableNodeCreationConfiguration> ports(final Opened node) {
        return node.factory() instanceof ConfigurableNodeFactory<?> configurable
            ? Optional.of(configurable.createNodeCreationConfig()) : Optional.empty();
    }

    private void printEntry(final String name, final String text) {
        m_console.print("  " + name);
        HtmlText.lines(text == null ? "" : text).forEach(line -> m_console.print("      " + line));
    }

    private static Opened open(final NodeExtension node) throws IOException {
        final var factory = node.createFactory();
        factory.init();
        return new Opened(node, factory, NodeAccess.INSTANCE.description(factory));
    }
}
