package org.scelmo.embedded.runner.picture;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.embedded.runner.model.Connection;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.registry.NodeCatalog;

/** Draws the top level of a workflow as KNIME shows it: nodes at their places, their ports and the wires. */
public final class WorkflowPicture {

    private static final int MARGIN = 75;

    private final Workflow m_workflow;

    private final Map<Integer, NodeFigure> m_figures = new LinkedHashMap<>();

    /**
     * @param workflow the workflow
     * @param catalog knows icons and ports of the nodes
     * @throws IOException if a node's icon cannot be read or its place is damaged
     */
    public WorkflowPicture(final Workflow workflow, final NodeCatalog catalog) throws IOException {
        m_workflow = workflow;
        for (var node : workflow.nodes()) {
            m_figures.put(node.id(), figure(node, catalog));
        }
    }

    private NodeFigure figure(final WorkflowNode node, final NodeCatalog catalog) throws IOException {
        final int[] bounds = bounds(node);
        final var extension = catalog.find(node.factory());
        if (extension.isPresent()) {
            return NodeFigure.of(node, bounds, extension.get());
        }
        return NodeFigure.plain(node, bounds, ports(node, Connection::target, Connection::targetPort),
            ports(node, Connection::source, Connection::sourcePort));
    }

    private int ports(final WorkflowNode node, final ToIntFunction<Connection> end,
        final ToIntFunction<Connection> port) {
        return m_workflow.connections().stream().filter(c -> end.applyAsInt(c) == node.id()).mapToInt(port).max()
            .orElse(0);
    }

    private int[] bounds(final WorkflowNode node) throws IOException {
        try {
            final var nodes = m_workflow.settings().getNodeSettings("nodes");
            for (var key : nodes.keySet()) {
                final var entry = nodes.getNodeSettings(key);
                if (entry.getInt("id") == node.id()) {
                    return entry.getNodeSettings("ui_settings").getIntArray("extrainfo.node.bounds");
                }
            }
            throw new InvalidSettingsException("it is not listed");
        } catch (final InvalidSettingsException e) {
            throw new IOException("The place of %s is damaged: %s".formatted(node, e.getMessage()), e);
        }
    }

    /** @return the picture, an SVG document that needs nothing else */
    public String svg() {
        final var figures = m_figures.values();
        final int left = edge(figures, NodeFigure::x, -1) - MARGIN;
        final int top = edge(figures, NodeFigure::y, -1) - MARGIN / 2;
        final int width = edge(figures, NodeFigure::x, 1) + NodeFigure.SIZE + MARGIN - left;
        final int height = edge(figures, NodeFigure::y, 1) + NodeFigure.SIZE + MARGIN / 2 - top;
        final var svg = new StringBuilder("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d" width="%d" font-family="sans-serif">
            <rect x="%d" y="%d" width="%d" height="%d" fill="#fff"/>
            """.formatted(left, top, width, height, width, left, top, width, height));
        m_workflow.connections().forEach(wire -> svg.append(wire(wire)));
        figures.forEach(figure -> svg.append(figure.svg()));
        return svg.append("</svg>\n").toString();
    }

    /** @param side −1 for the smallest, 1 for the largest value */
    private static int edge(final Collection<NodeFigure> figures, final ToIntFunction<NodeFigure> value,
        final int side) {
        return side * figures.stream().mapToInt(f -> side * value.applyAsInt(f)).max().orElse(0);
    }

    private String wire(final Connection wire) {
        final var source = m_figures.get(wire.source());
        final var target = m_figures.get(wire.target());
        if (source == null || target == null) {
            return "";
        }
        final var from = source.output(wire.sourcePort());
        final var to = target.input(wire.targetPort());
        final int reach = Math.max(30, Math.abs(to.x() - from.x()) / 2);
        return "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n".formatted(
            from.x(), from.y(), from.x() + reach, from.y(), to.x() - reach, to.y(), to.x(), to.y(), from.color());
    }
}
