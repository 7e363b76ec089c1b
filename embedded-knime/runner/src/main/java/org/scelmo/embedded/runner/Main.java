package org.scelmo.embedded.runner;

import java.util.logging.LogManager;

import org.scelmo.embedded.runner.cli.CommandLine;

/** Runs KNIME workflows without KNIME; {@code help} tells what it can do. */
public final class Main {

    private Main() {
    }

    /** @param args the command and its options */
    public static void main(final String[] args) {
        if (System.getProperty("java.util.logging.config.file") == null) {
            // what nodes log is shown as their messages already; whoever wants the log configures it
            LogManager.getLogManager().reset();
        }
        final var interactive = System.console() != null;
        System.exit(new CommandLine(System.out, System.err, interactive).execute(args));
    }
}
