package org.scelmo.nodes.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;
import org.scelmo.embedded.ui.dialog.WidgetState;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.NodePlugin.Contribution;
import org.scelmo.nodes.testing.TypicalInputs;

/** The defaults that descriptions state are those that the settings have. */
class StatedDefaultsTest {

    private static final Pattern STATED = Pattern.compile("Default: ([^ ,.]+(?: selected)?(?:\\.\\d+)?)");

    private static final List<String> ON = List.of("yes", "selected");

    private static final List<String> OFF = List.of("no", "not selected", "off");

    static List<Contribution> nodes() {
        return NodePlugin.nodes();
    }

    private static List<WidgetState> widgets(final Contribution node) {
        return DialogSnapshot.of(Instances.of(node.parameters(), TypicalInputs.of(node)), TypicalInputs.of(node))
            .widgets();
    }

    /** @return what the description states as default of a number or a check box; empty for anything else */
    private static Optional<String> stated(final WidgetState widget) {
        final var value = widget.value().orElse(null);
        if (!(value instanceof Number || value instanceof Boolean)) {
            return Optional.empty();
        }
        final var stated = STATED.matcher(widget.description());
        assertTrue(stated.find(), () -> widget.path() + ": " + widget.description());
        return Optional.of(stated.group(1));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void areTheDefaultsOfTheSettings(final Contribution node) {
        for (final var widget : widgets(node)) {
            stated(widget).ifPresent(stated -> check(widget, stated));
        }
    }

    private static void check(final WidgetState widget, final String stated) {
        if (widget.value().orElseThrow() instanceof Number number) {
            assertEquals(number.doubleValue(), Double.parseDouble(stated), widget.path());
        } else {
            assertTrue(((Boolean)widget.value().orElseThrow() ? ON : OFF).contains(stated),
                widget.path() + ": " + stated);
        }
    }

    @Test
    void areFound() {
        final long found = nodes().stream().flatMap(node -> widgets(node).stream())
            .filter(widget -> stated(widget).isPresent()).count();
        assertTrue(found > 80, found + " defaults of numbers and check boxes");
    }
}
