package org.scelmo.embedded.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.knime.core.node.workflow.Credentials;
import org.knime.core.node.workflow.CredentialsStore;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;
import org.scelmo.embedded.core.sample.CountingModel;
import org.scelmo.embedded.core.sample.SampleFactory;

/** How a node is run, and what the user reads. */
class NodeHostTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"n"}, new DataType[]{IntCell.TYPE});

    private static final BufferedDataTable TABLE = Tables.of(SPEC, new DataCell[]{new IntCell(1)});

    @Test
    void runsANode() {
        try (var node = NodeHost.create(SampleFactory.tables((model, specs) -> specs, (model, in, exec) -> in))) {
            assertEquals(NodeState.IDLE, node.state());
            assertThrows(IllegalStateException.class, () -> node.execute(TABLE));
            assertTrue(node.configure(SPEC));
            assertEquals(SPEC, node.outputSpec(0));
            assertTrue(node.execute(TABLE));
            assertEquals(NodeState.EXECUTED, node.state());
            assertSame(TABLE, node.output(0));
            assertEquals(NodeMessage.NONE, node.message());
            node.reset();
            assertEquals(NodeState.CONFIGURED, node.state());
            assertNull(node.output(0));
            assertEquals(1, ((CountingModel)node.model()).resets());
        }
    }

    @Test
    void isNotConfiguredWithoutARequiredInput() {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> in));
        assertFalse(node.configure((PortObjectSpec)null));
        assertEquals(NodeState.IDLE, node.state());
    }

    @Test
    void refusesASpecOfAnotherType() {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> in));
        assertFalse(node.configure(FlowVariablePortObjectSpec.INSTANCE));
        assertEquals("WARNING: Incompatible port spec, expected: DataTableSpec, actual: FlowVariablePortObjectSpec",
            node.message().toString());
    }

    @Test
    void settingsThatDoNotFitTheInputAreAWarning() {
        final var node = NodeHost.create(SampleFactory.tables((model, specs) -> {
            throw new InvalidSettingsException("No column selected.");
        }, (model, in, exec) -> in));
        assertFalse(node.configure(SPEC));
        assertEquals("WARNING: No column selected.", node.message().toString());
    }

    @Test
    void settingsAreValidatedBeforeTheyAreLoaded() throws InvalidSettingsException {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> in));
        final var settings = new NodeSettings("model");
        settings.addString("setting", "");
        assertThrows(InvalidSettingsException.class, () -> node.loadSettings(settings));
        assertEquals("default", ((CountingModel)node.model()).setting());
        settings.addString("setting", "new");
        node.loadSettings(settings);
        final var saved = new NodeSettings("saved");
        node.saveSettings(saved);
        assertEquals("new", saved.getString("setting"));
    }

    @Test
    void exceptionsBecomeWhatTheUserReads() {
        assertEquals("ERROR: Out of cells.", failure(new KNIMEException("Out of cells.")));
        assertEquals("ERROR: Execute failed: No such gene.", failure(new IllegalArgumentException("No such gene.")));
        assertEquals("ERROR: Execute failed: (\"NullPointerException\"): null", failure(new NullPointerException()));
        assertEquals("ERROR: Execute failed: (\"IOException\"): x", failure(new IOException("x")));
        assertEquals("ERROR: Execute failed: (\"InterruptedException\"): null", failure(new InterruptedException()));
        assertEquals("WARNING: Stopped.", failure(new CanceledExecutionException("Stopped.")));
    }

    @Test
    void errorsOfTheVirtualMachineDoNotStopTheWorkflow() {
        final var node = NodeHost.create(SampleFactory.tables((model, specs) -> {
            throw new NoClassDefFoundError("a/B");
        }, (model, in, exec) -> in));
        assertFalse(node.configure(SPEC));
        assertEquals("ERROR: Configure failed (NoClassDefFoundError): a/B", node.message().toString());
        final var mapped = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        }));
        mapped.configure(SPEC);
        assertFalse(mapped.execute(TABLE));
        assertEquals(NodeState.CONFIGURED, mapped.state());
    }

    private static String failure(final Exception e) {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            throw e;
        }));
        node.configure(SPEC);
        assertFalse(node.execute(TABLE));
        assertEquals(NodeState.CONFIGURED, node.state());
        assertEquals(1, ((CountingModel)node.model()).resets());
        return node.message().toString();
    }

    @Test
    void detailsAndResolutionsReachTheUser() {
        final var message = Message.builder().withSummary("3 genes not found.").addTextIssue("ABC").addTextIssue("DEF")
            .addResolutions("Use gene symbols.").build().orElseThrow();
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            model.warn(message);
            return in;
        }));
        node.configure(SPEC);
        assertTrue(node.execute(TABLE));
        assertEquals("WARNING: 3 genes not found.\nABC\n - Use gene symbols.",
            node.message().toStringWithDetails());
        node.reset();
        assertEquals(NodeMessage.NONE, node.message());
    }

    @Test
    void outputsAreChecked() {
        assertEquals("ERROR: Invalid result. Execution failed, reason: data at output 0 is null.",
            messageFor(new PortObject[1]));
        assertEquals("ERROR: Invalid output port object at port 0", messageFor(FlowVariablePortObject.INSTANCE));
        assertEquals("ERROR: Invalid result. Execution failed. Reason: Incorrect implementation; the execute method in"
            + " \"CountingModel\" returned null or an incorrect number of output tables.", messageFor());
        assertEquals("WARNING: DataSpec generated by configure does not match spec after execution.",
            messageFor(Tables.of(new DataTableSpec(new String[]{"x"}, new DataType[]{IntCell.TYPE}),
                new DataCell[]{new IntCell(1)})));
        assertEquals("WARNING: Node created an empty data table.", messageFor(Tables.of(SPEC)));
    }

    private static String messageFor(final PortObject... outputs) {
        final var node = NodeHost.create(SampleFactory.tables((model, specs) -> specs, (model, in, exec) -> outputs));
        node.configure(SPEC);
        node.execute(TABLE);
        return node.message().toString();
    }

    @Test
    void cancelTellsAndInterruptsTheNode() throws InterruptedException {
        final var running = new CountDownLatch(1);
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            running.countDown();
            new CountDownLatch(1).await();
            return in;
        }));
        node.configure(SPEC);
        final var flag = new AtomicBoolean();
        final var worker = new Thread(() -> {
            node.execute(TABLE);
            flag.set(Thread.currentThread().isInterrupted());
        });
        worker.start();
        running.await();
        node.cancel();
        worker.join();
        assertEquals("WARNING: Execution canceled", node.message().toString());
        assertEquals(NodeState.CONFIGURED, node.state());
        assertFalse(flag.get(), "the interrupt must not outlive the node");
        assertNull(node.output(0));
    }

    @Test
    void progressIsHeardAndEndsAtOne() {
        final var heard = new ArrayList<Double>();
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            exec.createSubExecutionContext(0.5).setProgress(0.5);
            return in;
        }));
        node.addProgressListener(e -> heard.add(e.getNodeProgress().getProgress()));
        node.configure(SPEC);
        node.execute(TABLE);
        assertEquals(List.of(0.25, 1.0), heard);
    }

    @Test
    void variablesAndCredentialsComeAndGo() {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            model.push("count", model.peekFlowVariableInt("start") + 1);
            assertEquals("me", model.credentials().get("db").getLogin());
            assertThrows(IllegalArgumentException.class, () -> model.credentials().get("other"));
            assertThrows(NoSuchElementException.class, () -> model.peekFlowVariableString("absent"));
            assertEquals("41", model.peekFlowVariableString("start"));
            return in;
        }));
        node.setVariables(List.of(new FlowVariable("start", 41)));
        node.setCredentials(List.of(new Credentials("db", "me", "secret")));
        node.configure(SPEC);
        assertTrue(node.execute(TABLE), () -> node.message().toString());
        assertEquals(List.of(new FlowVariable("count", 42)), List.copyOf(node.variables().pushed()));
        assertEquals(2, node.variables().outgoing().size());
    }

    /** Credentials of the workflow precede those of a variable of the same name, unless they lack a password. */
    @Test
    void credentialsComeFromFlowVariablesToo() {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            assertEquals(List.of("full", "empty", "variable"), List.copyOf(model.credentials().listNames()));
            assertEquals("of the workflow", model.credentials().get("full").getPassword());
            assertEquals("of a variable", model.credentials().get("empty").getPassword());
            assertEquals("of a variable", model.credentials().get("variable").getPassword());
            return in;
        }));
        node.setCredentials(List.of(new Credentials("full", "", "of the workflow"), new Credentials("empty", "", "")));
        final var variables = Stream.of("full", "empty", "variable")
            .map(name -> CredentialsStore.newCredentialsFlowVariable(name, "", "of a variable", null)).toList();
        node.setVariables(variables);
        node.configure(SPEC);
        assertTrue(node.execute(TABLE), () -> node.message().toString());
        final var saved = new NodeSettings("variable");
        variables.get(0).save(saved);
        assertFalse((saved + variables.get(0).toString()).contains("of a variable"), "the password stays in memory");
    }

    @Test
    void inactiveBranchesPassThroughWithoutTheNode() {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> {
            throw new IllegalStateException("must not run");
        }));
        assertTrue(node.configure(InactiveBranchPortObjectSpec.INSTANCE));
        assertTrue(node.execute(InactiveBranchPortObject.INSTANCE));
        assertSame(InactiveBranchPortObject.INSTANCE, node.output(0));
    }

    @Test
    void restoresWhatWasSaved(@TempDir final Path folder) throws Exception {
        final var node = NodeHost.create(SampleFactory.tables((model, in, exec) -> in));
        node.restore(new PortObject[]{TABLE}, new PortObject[]{TABLE}, null);
        assertEquals(NodeState.EXECUTED, node.state());
        assertSame(TABLE, node.internals()[0]);
        node.saveInternals(folder);
        Files.writeString(folder.resolve("setting.txt"), "from disk");
        node.loadInternals(folder);
        assertEquals("from disk", ((CountingModel)node.model()).setting());
        node.close();
        assertTrue(((CountingModel)node.model()).isDisposed());
    }
}
