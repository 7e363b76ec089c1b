package org.scelmo.embedded.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.scelmo.embedded.runner.cli.CommandLine;
import org.scelmo.embedded.runner.registry.NodeCatalog;
import org.scelmo.embedded.runner.registry.Plugins;

/** Calls the command line and keeps what it prints. */
public final class Runner {

    private Runner() {
    }

    /**
     * What came of a call.
     *
     * @param exitCode its exit code
     * @param out the results
     * @param log progress and messages
     */
    public record Outcome(int exitCode, String out, String log) {

        /** @return everything, for messages of tests */
        public String all() {
            return log + out;
        }
    }

    /** @return the sample nodes */
    public static NodeCatalog catalog() throws IOException {
        return Plugins.find(Runner.class.getClassLoader(), List.of(), Path.of("target", "bundles"));
    }

    /** Executes a command. */
    public static Outcome execute(final Object... args) {
        final var out = new ByteArrayOutputStream();
        final var log = new ByteArrayOutputStream();
        final var texts = new String[args.length];
        for (var i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        final var exitCode = new CommandLine(new PrintStream(out), new PrintStream(log), false).execute(texts);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), log.toString(StandardCharsets.UTF_8));
    }
}
