package org.scelmo.nodes.workflows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.embedded.runner.cli.CommandLine;

/**
 * What a run of the command line left.
 *
 * @param exitCode 0 if all nodes were executed
 * @param output what it printed, results and messages
 */
record RunnerResult(int exitCode, String output) {

    /** Runs the command in this JVM. */
    static RunnerResult of(final String... args) {
        final var out = new ByteArrayOutputStream();
        final var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        final int exitCode = new CommandLine(stream, stream, false).execute(args);
        return new RunnerResult(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    /** Runs the command in a new JVM. */
    static RunnerResult inNewJvm(final String... args) throws IOException, InterruptedException {
        final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
            "org.scelmo.embedded.runner.Main"));
        command.addAll(List.of(args));
        final var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RunnerResult(process.waitFor(), output);
    }

    /** @return rows of a CSV file by their RowID, the cells in order; quotes are not expected */
    static Map<String, List<String>> csv(final Path file) throws IOException {
        final Map<String, List<String>> rows = new LinkedHashMap<>();
        for (final var line : Files.readAllLines(file)) {
            final var cells = List.of(line.split(",", -1));
            rows.put(cells.get(0), cells.subList(1, cells.size()));
        }
        return rows;
    }
}
