package org.scelmo.embedded.runner.picture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.registry.NodeExtension;

/**
 * A node in a picture: a box with its icon, its name above, its annotation below, its data ports at the sides.
 *
 * @param x left edge of the box
 * @param y upper edge of the box
 * @param name the node's name
 * @param note the text below it, may be empty
 * @param color of the box
 * @param icon a PNG as data URL, empty if there is none
 * @param inputs colors of the input ports, in order
 * @param outputs colors of the output ports, in order
 */
record NodeFigure(int x, int y, String name, String note, String color, String icon, List<String> inputs,
    List<String> outputs) {

    /** Length of the box's edges. */
    static final int SIZE = 48;

    private static final String TABLE = "#3e3a39";

    private static final String UNKNOWN = "#9b9b9b";

    private static final int PORT = 9;

    private static final int PORT_DISTANCE = 14;

    /** The end of a wire. */
    record Anchor(int x, int y, String color) {
    }

    /**
     * @param node the node
     * @param bounds its place as the workflow has it: x, y and two sizes that nobody uses
     * @param extension the node's implementation
     * @throws IOException if its icon cannot be read or its ports not be told
     */
    static NodeFigure of(final WorkflowNode node, final int[] bounds, final NodeExtension extension)
        throws IOException {
        final var settings = node.settings();
        final var ports = settings.containsKey("node_creation_config")
            ? child(settings, "node_creation_config") : new NodeSettings("none");
        try (var host = NodeHost.create(extension.createFactory(), ports)) {
            return new NodeFigure(bounds[0], bounds[1], node.name(), note(settings), color(host.factory().getType()),
                icon(host), colors(host.inputTypes()), colors(host.outputTypes()));
        } catch (final InvalidSettingsException e) {
            throw new IOException("The ports of %s are damaged: %s".formatted(node, e.getMessage()), e);
        }
    }

    /** A node that is not installed, a metanode or a component: only its wires tell of its ports. */
    static NodeFigure plain(final WorkflowNode node, final int[] bounds, final int inputs, final int outputs) {
        return new NodeFigure(bounds[0], bounds[1], node.name(), note(node.settings()), "#d9d9d9", "",
            Collections.nCopies(inputs, UNKNOWN), Collections.nCopies(outputs, UNKNOWN));
    }

    private static NodeSettings child(final NodeSettings settings, final String key) {
        try {
            return settings.getNodeSettings(key);
        } catch (final InvalidSettingsException e) { // NOSONAR an entry where a part is expected tells nothing
            return new NodeSettings(key);
        }
    }

    private static String note(final NodeSettings settings) {
        return settings.containsKey("nodeAnnotation") ? child(settings, "nodeAnnotation").getString("text", "") : "";
    }

    private static String icon(final NodeHost host) throws IOException {
        final var icon = host.factory().getIcon();
        if (icon == null) {
            return "";
        }
        try (var in = icon.openStream()) {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
        }
    }

    private static String color(final NodeType type) {
        return switch (type) {
            case Source -> "#f1901a";
            case Sink -> "#e34b4b";
            case Learner -> "#d2d628";
            case Predictor -> "#6bb33f";
            case Visualizer -> "#5b9bd5";
            case Manipulator -> "#ffd800";
            default -> "#b0a38f";
        };
    }

    private static List<String> colors(final PortType[] types) {
        return Arrays.stream(types).map(type -> BufferedDataTable.TYPE.equals(type) ? TABLE
            : "#%06x".formatted(type.getColor() & 0xFFFFFF)).toList();
    }

    /** @param port its real index, data ports start at 1 */
    Anchor input(final int port) {
        return new Anchor(x - PORT, portY(port, inputs.size()), color(inputs, port));
    }

    /** @param port its real index, data ports start at 1 */
    Anchor output(final int port) {
        return new Anchor(x + SIZE + PORT, portY(port, outputs.size()), color(outputs, port));
    }

    private static String color(final List<String> colors, final int port) {
        return port >= 1 && port <= colors.size() ? colors.get(port - 1) : UNKNOWN;
    }

    /** Ports stand in the middle of the side; the flow variable port, 0, above them. */
    private int portY(final int port, final int count) {
        return y + SIZE / 2 + (2 * port - 1 - count) * PORT_DISTANCE / 2;
    }

    String svg() {
        final var svg = new StringBuilder();
        svg.append(text(y - 10, 13, "bold", name));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"%s\"/>\n".formatted(x, y,
            SIZE, SIZE, color));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"#fff\"/>\n".formatted(x + 6,
            y + 6, SIZE - 12, SIZE - 12));
        if (!icon.isEmpty()) {
            svg.append("<image x=\"%d\" y=\"%d\" width=\"32\" height=\"32\" href=\"%s\"/>\n".formatted(x + 8, y + 8,
                icon));
        }
        for (int i = 1; i <= inputs.size(); i++) {
            svg.append(port(input(i)));
        }
        for (int i = 1; i <= outputs.size(); i++) {
            svg.append(port(new Anchor(x + SIZE, output(i).y(), output(i).color())));
        }
        return svg.append(text(y + SIZE + 20, 12, "normal", note)).toString();
    }

    /** A table's port is a triangle, any other a square. */
    private static String port(final Anchor at) {
        final int half = PORT / 2;
        final var shape = TABLE.equals(at.color())
            ? "M%d %dl%d %dl%d %dz".formatted(at.x(), at.y() - half - 1, PORT, half + 1, -PORT, half + 1)
            : "M%d %dh%dv%dh%dz".formatted(at.x(), at.y() - half, PORT, PORT, -PORT);
        return "<path d=\"%s\" fill=\"%s\"/>\n".formatted(shape, at.color());
    }

    private String text(final int baseline, final int size, final String weight, final String text) {
        final var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return ("<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%s\" text-anchor=\"middle\" fill=\"#3e3a39\">"
            + "%s</text>\n").formatted(x + SIZE / 2, baseline, size, weight, escaped);
    }
}
