package org.scelmo.embedded.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.sample.CountNodeFactory;
import org.scelmo.embedded.runner.sample.LoginNodeFactory;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;

class RunCommandTest {

    private static final String ROWS = RowsNodeFactory.class.getName();

    @TempDir
    Path m_temp;

    private WorkflowBuilder m_builder;

    @BeforeEach
    void create() throws IOException {
        m_builder = new WorkflowBuilder(m_temp.resolve("workflow"));
    }

    @Test
    void executesNodesInOrderAndPrintsLastTables() throws IOException {
        m_builder.node(2, CountNodeFactory.class).node(1, RowsNodeFactory.class).connect(1, 1, 2, 1);
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.out().contains("Count (#2), output 1"), outcome.out());
        assertTrue(outcome.out().lines().anyMatch(l -> l.matches("Row0 +3")), outcome.out());
        assertFalse(outcome.out().contains("Rows (#1), output 1"), "a connected output is not printed unasked");
    }

    @Test
    void failureStopsOnlyWhatDependsOnIt() throws IOException {
        m_builder.node(1, ROWS, mistake("fail")).node(2, CountNodeFactory.class).connect(1, 1, 2, 1)
            .node(3, RowsNodeFactory.class).node(4, CountNodeFactory.class).connect(3, 1, 4, 1);
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.log().contains("It went wrong."), outcome.log());
        assertTrue(outcome.log().contains("→ Choose no mistake."), outcome.log());
        assertState(outcome, "Rows (#1)", "failed");
        assertState(outcome, "Count (#2)", "configured");
        assertState(outcome, "Count (#4)", "executed");
    }

    @Test
    void duplicateRowIdFailsTheNode() throws IOException {
        m_builder.node(1, ROWS, mistake("duplicate"));
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(1, outcome.exitCode());
        assertState(outcome, "Rows (#1)", "failed");
        assertTrue(outcome.log().contains("Row0"), outcome.log());
    }

    @Test
    void otherColumnsThanAnnouncedAreAWarningAsInKnime() throws IOException {
        m_builder.node(1, ROWS, mistake("spec"));
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.log().contains("warning"), outcome.log());
    }

    @Test
    void invalidSettingsLeaveTheNodeIdleUntilItIsItsTurn() throws IOException {
        m_builder.node(1, ROWS, s -> model(s, -1, "a", ""));
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.log().contains("The number of rows must not be negative."), outcome.log());
    }

    @Test
    void missingNodeIsNamedWithItsBundle() throws IOException {
        m_builder.node(1, RowsNodeFactory.class).node(2, "com.example.Gone", s -> {
            s.addString("node-bundle-name", "Gone nodes");
            s.addString("node-bundle-symbolic-name", "com.example.gone");
        }).connect(1, 1, 2, 1);
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(1, outcome.exitCode());
        assertState(outcome, "Rows (#1)", "executed");
        assertState(outcome, "Gone (#2)", "missing");
        assertTrue(outcome.log().contains("Gone nodes (com.example.gone)"), outcome.log());
    }

    @Test
    void classThatNoPluginXmlNamesIsNotAvailable() throws IOException {
        m_builder.node(1, "org.scelmo.embedded.runner.builtin.TableCreatorNodeFactory", s -> {
            // the class is on the class path
        });
        assertEquals(1, Runner.execute("run", m_builder.write()).exitCode());
    }

    @Test
    void renamedFactoryIsFoundThroughItsClassMapper() throws IOException {
        m_builder.node(1, "old.name.RowsNodeFactory", s -> model(s, 5, "x", ""));
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.out().contains("Rows: 5"), outcome.out());
    }

    @Test
    void unconnectedInputIsReported() throws IOException {
        m_builder.node(1, CountNodeFactory.class);
        final var outcome = Runner.execute("run", m_builder.write());
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.all().contains("Input port 1 (Rows) is not connected"), outcome.all());
    }

    @Test
    void workflowVariableOverridesSetting() throws IOException {
        m_builder.variable(new FlowVariable("n", 2)).node(1, ROWS, s -> {
            model(s, 3, "a", "");
            controlled(s, "rows", "n");
        });
        final var workflow = m_builder.write();
        assertTrue(Runner.execute("run", workflow).out().contains("Rows: 2"));
        assertTrue(Runner.execute("run", workflow, "--var", "n=7").out().contains("Rows: 7"));
        assertTrue(Runner.execute("-workflowDir=" + workflow, "-workflow.variable=n,4,int", "-nosave").out()
            .contains("Rows: 4"));
        assertEquals(2, Runner.execute("run", workflow, "--var", "n=many").exitCode());
    }

    @Test
    void fileOptionSetsTheVariableToTheAbsolutePath() throws IOException {
        m_builder.variable(new FlowVariable("file", "none")).node(1, ROWS, s -> {
            model(s, 1, "a", "");
            controlled(s, "text", "file");
        });
        final var outcome =
            Runner.execute("run", m_builder.write(), "--file", "some.h5ad", "--csv", m_temp.resolve("csv"));
        assertEquals(0, outcome.exitCode(), outcome.all());
        final var csv = Files.readString(m_temp.resolve("csv/1_Rows_1.csv"));
        assertTrue(csv.contains(Path.of("some.h5ad").toAbsolutePath().toString()), csv);
    }

    @Test
    void credentialsReachTheNodeAndNoFile() throws IOException {
        m_builder.credentials("service", "alice").node(1, LoginNodeFactory.class);
        final var saved = m_temp.resolve("saved");
        final var outcome =
            Runner.execute("run", m_builder.write(), "--credential", "service;bob;s3cr3t-w0rd", "--save", saved);
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.log().contains("bob has a password of 11 characters"), outcome.log());
        assertFalse(outcome.all().contains("s3cr3t-w0rd"));
        try (var files = Files.walk(saved)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("s3cr3t-w0rd"),
                    file.toString());
            }
        }
    }

    @Test
    void executedNodesKeepTheirResultsUnlessReset() throws IOException {
        m_builder.node(1, RowsNodeFactory.class).node(2, CountNodeFactory.class).connect(1, 1, 2, 1);
        final var workflow = m_builder.write();
        assertEquals(0, Runner.execute("run", workflow, "--save").exitCode());
        assertState(Runner.execute("run", workflow), "Rows (#1)", "executed (saved)");
        final var partly = Runner.execute("run", workflow, "--reset-node", "2");
        assertState(partly, "Rows (#1)", "executed (saved)");
        assertFalse(partly.out().lines().anyMatch(l -> l.startsWith("Count (#2)") && l.contains("(saved)")));
        assertFalse(Runner.execute("run", workflow, "--reset").out().contains("(saved)"));
    }

    @Test
    void changedVariableDropsResultsThatUseIt() throws IOException {
        m_builder.variable(new FlowVariable("n", 2)).node(1, ROWS, s -> {
            model(s, 3, "a", "");
            controlled(s, "rows", "n");
        });
        final var workflow = m_builder.write();
        Runner.execute("run", workflow, "--save");
        assertTrue(Runner.execute("run", workflow).out().contains("(saved)"));
        final var outcome = Runner.execute("run", workflow, "--var", "n=6");
        assertTrue(outcome.out().contains("Rows: 6"), outcome.out());
    }

    @Test
    void damagedResultsAreComputedAgain() throws IOException {
        m_builder.node(1, RowsNodeFactory.class);
        final var workflow = m_builder.write();
        Runner.execute("run", workflow, "--save");
        Files.delete(workflow.resolve("Node (#1)/port_1/data.zip"));
        final var outcome = Runner.execute("run", workflow);
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertFalse(outcome.out().contains("(saved)"), outcome.out());
    }

    @Test
    void namesWhatIsNotAWorkflow() {
        final var outcome = Runner.execute("run", m_temp.resolve("nowhere"));
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.log().contains("is not a KNIME workflow folder"), outcome.log());
    }

    private static void assertState(final Runner.Outcome outcome, final String node, final String state) {
        assertTrue(outcome.out().lines().anyMatch(l -> l.startsWith(node) && l.contains(" " + state)), outcome.all());
    }

    private static Consumer<NodeSettings> mistake(final String mistake) {
        return settings -> model(settings, 3, "a", mistake);
    }

    private static void model(final NodeSettings settings, final int rows, final String text, final String mistake) {
        final var model = settings.addNodeSettings("model");
        model.addInt("rows", rows);
        model.addString("text", text);
        model.addString("mistake", mistake);
    }

    private static void controlled(final NodeSettings settings, final String key, final String variable) {
        final var variables = settings.addNodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        final var leaf = variables.addNodeSettings("tree").addNodeSettings(key);
        leaf.addString("used_variable", variable);
        leaf.addString("exposed_variable", null);
    }
}
