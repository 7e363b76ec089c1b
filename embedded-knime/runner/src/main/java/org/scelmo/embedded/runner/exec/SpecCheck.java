package org.scelmo.embedded.runner.exec;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Compares the tables a node makes with what it announced. As in KNIME, a difference is a warning. */
final class SpecCheck {

    private SpecCheck() {
    }

    static Optional<NodeMessage> warning(final List<PortObjectSpec> planned, final List<PortObject> made) {
        for (var port = 0; port < made.size(); port++) {
            if (planned.get(port) instanceof DataTableSpec announced
                && made.get(port).getSpec() instanceof DataTableSpec actual && !actual.equalStructure(announced)) {
                return Optional.of(new NodeMessage(
                    "The table at output port %d does not have the columns the node announced".formatted(port + 1),
                    List.of("announced: " + columns(announced), "made:      " + columns(actual)), List.of()));
            }
        }
        return Optional.empty();
    }

    private static String columns(final DataTableSpec spec) {
        return String.join(", ", spec.stream().map(c -> c.getName() + " (" + c.getType().getName() + ")").toList());
    }
}
