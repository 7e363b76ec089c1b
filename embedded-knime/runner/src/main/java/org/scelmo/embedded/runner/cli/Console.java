package org.scelmo.embedded.runner.cli;

import java.io.PrintStream;
import java.util.List;

import org.scelmo.embedded.runner.exec.NodeMessage;

/**
 * Where text goes: results to one stream, progress and messages to another, so that results can be redirected.
 * Synchronized, as nodes report from several threads.
 */
final class Console {

    private static final int MAX_WIDTH = 120;

    private final PrintStream m_out;

    private final PrintStream m_log;

    private final boolean m_interactive;

    private int m_statusLength;

    /**
     * @param out for results
     * @param log for progress and messages
     * @param interactive whether {@code log} is a terminal on which a line can be written again
     */
    Console(final PrintStream out, final PrintStream log, final boolean interactive) {
        m_out = out;
        m_log = log;
        m_interactive = interactive;
    }

    boolean isInteractive() {
        return m_interactive;
    }

    synchronized void print(final String line) {
        clearStatus();
        m_out.println(line);
        m_out.flush();
    }

    synchronized void log(final String line) {
        clearStatus();
        m_log.println(line);
        m_log.flush();
    }

    /** Prints a message, its details and what to do about it. */
    synchronized void log(final String prefix, final NodeMessage message) {
        log(prefix + message.summary());
        final var indent = " ".repeat(4);
        message.details().forEach(line -> log(indent + line));
        printResolutions(message.resolutions(), indent);
    }

    private void printResolutions(final List<String> resolutions, final String indent) {
        resolutions.forEach(line -> log(indent + "→ " + line));
    }

    /** Shows a line that the next one replaces; only on a terminal. */
    synchronized void status(final String line) {
        if (m_interactive) {
            final var shown = line.length() > MAX_WIDTH ? line.substring(0, MAX_WIDTH - 1) + "…" : line;
            m_log.print("\r" + shown + " ".repeat(Math.max(0, m_statusLength - shown.length())));
            m_log.flush();
            m_statusLength = shown.length();
        }
    }

    private void clearStatus() {
        if (m_statusLength > 0) {
            m_log.print("\r" + " ".repeat(m_statusLength) + "\r");
            m_statusLength = 0;
        }
    }
}
