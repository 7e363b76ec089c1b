package org.scelmo.nodes.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.NodePlugin.Contribution;
import org.scelmo.nodes.testing.TypicalInputs;

/**
 * Dialogs and stored settings of new nodes as they were when they were last looked at. A workflow that a user saved
 * must load for ever: a change of the settings is meant, or it is a mistake. To accept a change, run the tests with
 * {@code -Dsnapshots.update=true} and look at the difference before committing it.
 */
class ParametersSnapshotTest {

    private static final Path FOLDER = Path.of("src/test/snapshots");

    static List<Contribution> nodes() {
        return NodePlugin.nodes();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void dialog(final Contribution node) throws IOException {
        check(node + ".dialog.json", DialogSnapshot.of(node.parameters(), TypicalInputs.of(node)).toJson());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void settings(final Contribution node) throws IOException, InvalidSettingsException {
        try (var host = NodeHost.create(node.factory())) {
            final var settings = new NodeSettings("model");
            host.saveSettings(settings);
            final var bytes = new ByteArrayOutputStream();
            settings.saveToXML(bytes);
            check(node + ".settings.xml", bytes.toString(StandardCharsets.UTF_8));
            // what is on disk can be loaded, and is then stored the same
            final var loaded = NodeSettings.loadFromXML(new ByteArrayInputStream(bytes.toByteArray()));
            host.loadSettings(loaded);
            final var again = new NodeSettings("model");
            host.saveSettings(again);
            assertEquals(settings, again);
        }
    }

    /** KNIME's lists show an empty choice as "No value selected". */
    @ParameterizedTest
    @MethodSource("nodes")
    void noChoiceIsEmpty(final Contribution node) {
        DialogSnapshot.of(node.parameters(), TypicalInputs.of(node)).widgets().forEach(widget -> widget.choices()
            .ifPresent(choices -> choices.forEach(choice -> assertFalse(choice.id().isEmpty(), widget.path()))));
    }

    private static void check(final String name, final String actual) throws IOException {
        final var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("snapshots.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertTrue(Files.exists(file), "There is no snapshot " + file + "; run with -Dsnapshots.update=true");
        assertEquals(Files.readString(file).replace("\r\n", "\n"), actual.replace("\r\n", "\n"), name);
    }
}
