package org.scelmo.embedded.runner.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;

class WorkflowSaverTest {

    @TempDir
    Path m_temp;

    @Test
    void whatIsNotKnownIsKept() throws IOException {
        final var workflow = new WorkflowBuilder(m_temp.resolve("workflow")).variable(new FlowVariable("n", 1))
            .node(1, RowsNodeFactory.class.getName(), s -> {
                s.addNodeSettings("nodeAnnotation").addString("text", "a note");
                s.addNodeSettings("of_a_later_version").addString("a", "b");
                s.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheOnDisc");
            }).write();
        Files.writeString(workflow.resolve("workflow.svg"), "<svg/>");
        final var target = m_temp.resolve("saved");
        final var outcome = Runner.execute("run", workflow, "--var", "n=5", "--save", target);
        assertEquals(0, outcome.exitCode(), outcome.all());
        final var settings = Files.readString(target.resolve("Node (#1)/settings.xml"));
        assertTrue(settings.contains("a note"));
        assertTrue(settings.contains("<config key=\"of_a_later_version\">"));
        assertTrue(settings.contains("CacheOnDisc"));
        assertEquals("<svg/>", Files.readString(target.resolve("workflow.svg")));
        final var saved = Files.readString(target.resolve("workflow.knime"));
        assertTrue(saved.contains("key=\"workflow.knime\""), saved);
        assertTrue(saved.contains("key=\"value\" type=\"xint\" value=\"5\""), saved);
        assertTrue(saved.contains("key=\"state\" type=\"xstring\" value=\"EXECUTED\""), saved);
    }

    @Test
    void failedNodeIsSavedWithItsMessage() throws IOException {
        final var workflow = new WorkflowBuilder(m_temp.resolve("workflow"))
            .node(1, RowsNodeFactory.class.getName(), s -> {
                final var model = s.addNodeSettings("model");
                model.addInt("rows", 1);
                model.addString("text", "a");
                model.addString("mistake", "fail");
            }).write();
        assertEquals(1, Runner.execute("run", workflow, "--save").exitCode());
        final var settings = Files.readString(workflow.resolve("Node (#1)/settings.xml"));
        assertTrue(settings.contains("key=\"state\" type=\"xstring\" value=\"CONFIGURED\""), settings);
        assertTrue(settings.contains("value=\"It went wrong.\""), settings);
        assertTrue(settings.contains("value=\"Choose no mistake.\""), settings);
    }

    @Test
    void archiveHoldsOneFolderWithTheWorkflow() throws IOException {
        final var workflow =
            new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class).write();
        final var archive = m_temp.resolve("out.zip");
        assertEquals(0, Runner.execute("-workflowDir=" + workflow, "-destFile=" + archive).exitCode());
        try (var zip = new ZipFile(archive.toFile())) {
            assertTrue(zip.getEntry("workflow/workflow.knime") != null);
            assertTrue(zip.getEntry("workflow/Node (#1)/port_1/data.zip") != null);
        }
    }

    @Test
    void existingFolderIsNotOverwritten() throws IOException {
        final var workflow =
            new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class).write();
        final var other = Files.createDirectories(m_temp.resolve("other"));
        Files.writeString(other.resolve("precious.txt"), "keep me");
        final var outcome = Runner.execute("run", workflow, "--save", other);
        assertEquals(2, outcome.exitCode());
        assertFalse(outcome.log().contains("executing"), "refused before anything runs: " + outcome.log());
        assertEquals("keep me", Files.readString(other.resolve("precious.txt")));
        assertEquals(2, Runner.execute("run", workflow, "--save", workflow.resolve("inside")).exitCode());
    }

    @Test
    void placeOutsideTheWorkflowIsNotOpened() throws IOException {
        final var workflow =
            new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class).write();
        final var file = workflow.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replace("Node (#1)/settings.xml", "../other/settings.xml"));
        final var outcome = Runner.execute("run", workflow);
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.log().contains("outside"), outcome.log());
    }
}
