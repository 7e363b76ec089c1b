package org.scelmo.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.TestKnime;

/** The files of the example workflows are what KNIME would have saved. */
class WorkflowFilesTest {

    static List<Path> nodes() throws IOException {
        try (var files = Files.walk(TestKnime.repository().resolve("test-workflows"))) {
            return files.filter(f -> f.getFileName().toString().equals("settings.xml") && isOurs(f)).sorted().toList();
        }
    }

    /** Examples may use nodes that every KNIME has. */
    private static boolean isOurs(final Path file) {
        try {
            return factory(file).startsWith("org.scelmo.");
        } catch (final IOException | InvalidSettingsException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static NodeSettingsRO settings(final Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(in);
        }
    }

    private static String factory(final Path file) throws IOException, InvalidSettingsException {
        return settings(file).getString("factory");
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void settingsAreComplete(final Path file) throws IOException, InvalidSettingsException {
        final var saved = settings(file);
        final var node = NodePlugin.nodes().stream()
            .filter(n -> n.factory().getClass().getName().equals(saved.getString("factory", ""))).findFirst()
            .orElseThrow();
        try (var host = NodeHost.create(node.factory(), saved.getNodeSettings("node_creation_config"))) {
            host.loadSettings(saved.getNodeSettings("model"));
            final var again = new NodeSettings("model");
            host.saveSettings(again);
            assertEquals(saved.getNodeSettings("model").keySet(), again.keySet());
            assertEquals(host.outputTypes().length, saved.getNodeSettings("ports").keySet().size());
        }
        assertFalse(Files.readString(file).contains("key=\"location_present\" type=\"xboolean\" value=\"false\""),
            "KNIME cannot show a dialog with a location that is none");
        assertEquals(node.factory().getNodeName(), saved.getString("node-name"));
        assertFalse(saved.getNodeSettings("nodeAnnotation").getString("text").isBlank(), "what the step does");
    }

    @Test
    void everyNodeHasAnExample() throws IOException, InvalidSettingsException {
        final Set<String> used = new TreeSet<>();
        for (final var file : nodes()) {
            used.add(factory(file));
        }
        assertEquals(NodePlugin.nodes().stream().map(n -> n.factory().getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new)), used);
    }

    @Test
    void workflowsAreSavedResetAndDescribed() throws IOException, InvalidSettingsException {
        try (var folders = Files.list(TestKnime.repository().resolve("test-workflows"))) {
            for (final var folder : folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).toList()) {
                final var metadata = Files.readString(folder.resolve("workflow-metadata.xml"));
                assertTrue(metadata.contains("<description>"), folder.toString());
                final var workflow = settings(folder.resolve("workflow.knime"));
                // an older KNIME refuses to load it
                assertEquals("5.8.0", workflow.getString("created_by"), folder.toString());
                assertFalse(workflow.getNodeSettings("annotations").keySet().isEmpty(), folder.toString());
            }
        }
    }

    /** KNIME warns about a workflow whose nodes have other states after loading than they were saved with. */
    @Test
    void statesAreThoseOfALoadedWorkflow() throws IOException, InvalidSettingsException {
        try (var folders = Files.list(TestKnime.repository().resolve("test-workflows"))) {
            for (final var folder : folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).toList()) {
                final var workflow = settings(folder.resolve("workflow.knime"));
                final Set<Integer> following = new TreeSet<>();
                for (final var key : workflow.getNodeSettings("connections").keySet()) {
                    following.add(workflow.getNodeSettings("connections").getNodeSettings(key).getInt("destID"));
                }
                final Set<String> states = new TreeSet<>();
                for (final var key : workflow.getNodeSettings("nodes").keySet()) {
                    final var node = workflow.getNodeSettings("nodes").getNodeSettings(key);
                    final var file = folder.resolve(node.getString("node_settings_file"));
                    states.add(settings(file).getString("state"));
                    assertTrue(following.contains(node.getInt("id"))
                        || settings(file).getString("state").equals("CONFIGURED"), file.toString());
                }
                assertTrue(Set.of("IDLE", "CONFIGURED").containsAll(states), folder.toString());
                assertEquals(states.contains("IDLE") ? "IDLE" : "CONFIGURED", workflow.getString("state"),
                    folder.toString());
            }
        }
    }
}
