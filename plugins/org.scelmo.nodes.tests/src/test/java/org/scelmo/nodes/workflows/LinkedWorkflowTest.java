package org.scelmo.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.nodes.testing.TestKnime;

/** A workflow whose AnnData Reader links to its file is saved, opened again and goes on. */
class LinkedWorkflowTest {

    private static final Path WORKFLOW = TestKnime.repository().resolve("test-workflows/preprocessing");

    @TempDir
    Path m_folder;

    private Path linked() throws IOException {
        final var copy = m_folder.resolve("linked");
        try (var files = Files.walk(WORKFLOW)) {
            for (final var file : files.toList()) {
                final var to = copy.resolve(WORKFLOW.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        replace(copy.resolve("AnnData Reader (#1)"), "value=\"IMPORT\"", "value=\"LINK\"");
        return copy;
    }

    private static void replace(final Path node, final String text, final String by) throws IOException {
        final var settings = node.resolve("settings.xml");
        final var before = Files.readString(settings);
        assertTrue(before.contains(text), settings.toString());
        Files.writeString(settings, before.replace(text, by));
    }

    private static Path data(final Path workflow) throws IOException {
        try (var files = Files.list(workflow.resolve("data"))) {
            return files.filter(f -> f.toString().endsWith(".h5ad")).findFirst().orElseThrow();
        }
    }

    @Test
    void goesOnInANewJvmAndNoticesAChange() throws IOException, InterruptedException {
        final var workflow = linked();
        final var first = RunnerResult.of("run", workflow.toString(), "--reset", "--save");
        assertEquals(0, first.exitCode(), first.output());
        assertTrue(first.output().contains("100 cells × 1,241 genes"), first.output());
        for (final var node : List.of("Cell and Gene Filter (#2)", "Normalize Counts (#3)",
            "Highly Variable Genes (#4)", "PCA (#5)")) {
            replace(workflow.resolve(node), "value=\"EXECUTED\"", "value=\"CONFIGURED\"");
        }
        final var second = RunnerResult.inNewJvm("run", workflow.toString());
        assertEquals(0, second.exitCode(), second.output());
        assertTrue(!second.output().contains("AnnData Reader (#1): executing"), second.output());
        assertTrue(second.output().contains("100 cells × 1,241 genes"), second.output());

        Files.setLastModifiedTime(data(workflow), FileTime.fromMillis(0));
        final var third = RunnerResult.of("run", workflow.toString());
        assertEquals(1, third.exitCode(), third.output());
        assertTrue(third.output().contains("it was changed") && third.output().contains("→ Reset the AnnData Reader"),
            third.output());
    }
}
