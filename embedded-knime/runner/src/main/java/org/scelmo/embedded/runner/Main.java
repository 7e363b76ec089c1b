package org.scelmo.embedded.runner;

import org.scelmo.embedded.runner.cli.CommandLine;

/** Runs KNIME workflows without KNIME; {@code help} tells what it can do. */
public final class Main {

    private Main() {
    }

    /** @param args the command and its options */
    public static void main(final String[] args) {
        final var interactive = System.console() != null;
        System.exit(new CommandLine(System.out, System.err, interactive).execute(args));
    }
}
