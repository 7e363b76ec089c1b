package org.scelmo.embedded.runner.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.embedded.runner.Main;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.sample.CountNodeFactory;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.SlowNodeFactory;
import org.scelmo.embedded.runner.sample.StoreNodeFactory;
import org.scelmo.embedded.runner.sample.StoreReaderNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;

/** What must hold across the end of a process: saved data, and a cancel from outside. */
class SecondJvmTest {

    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path m_temp;

    @Test
    void savedWorkflowGoesOnInANewJvm() throws Exception {
        final var saved = m_temp.resolve("saved");
        final var workflow = new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class)
            .node(2, StoreNodeFactory.class).node(3, StoreReaderNodeFactory.class).node(4, CountNodeFactory.class)
            .connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(1, 1, 4, 1).write();
        final var first = Runner.execute("run", workflow, "--save", saved);
        assertEquals(0, first.exitCode(), first.all());
        final var process = start("run", saved.toString(), "--reset-node", "3", "--table", "3:1", "--save");
        final var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), text);
        assertTrue(text.contains("rows: 3"), "the text of the file store made before: " + text);
        assertTrue(text.lines().anyMatch(l -> l.startsWith("Store (#2)") && l.contains("executed (saved)")), text);
        assertFalse(text.lines().anyMatch(l -> l.startsWith("StoreReader (#3)") && l.contains("(saved)")), text);
    }

    @Test
    void endingTheProcessCancelsTheRunningNode() throws Exception {
        final var workflow = new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class)
            .node(2, SlowNodeFactory.class.getName(), s -> s.addNodeSettings("model").addInt("steps", 30_000))
            .node(3, CountNodeFactory.class).connect(1, 1, 2, 1).connect(2, 1, 3, 1).write();
        final var temporary = Files.createDirectory(m_temp.resolve("temporary"));
        final var process = start(temporary, "run", workflow.toString());
        Assumptions.assumeTrue(process.supportsNormalTermination(), "the system cannot ask a process to end");
        final var text = new StringBuilder();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                if (line.equals("Slow (#2): executing")) {
                    // as Ctrl+C, but that is ignored by processes that a script starts in the background
                    process.toHandle().destroy();
                }
            }
        }
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue(), text.toString());
        assertTrue(text.toString().lines().anyMatch(l -> l.startsWith("Slow (#2)") && l.contains(" canceled")),
            text.toString());
        assertTrue(text.toString().lines().anyMatch(l -> l.startsWith("Count (#3)") && l.contains(" configured")),
            text.toString());
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList(), "temporary files are left");
        }
    }

    private static Process start(final String... args) throws IOException {
        return start(Path.of(System.getProperty("java.io.tmpdir")), args);
    }

    private static Process start(final Path temporary, final String... args) throws IOException {
        final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + temporary, "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
            Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
