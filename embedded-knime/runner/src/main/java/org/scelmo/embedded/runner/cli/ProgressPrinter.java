package org.scelmo.embedded.runner.cli;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.scelmo.embedded.runner.exec.EngineListener;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;

/** Prints what the engine does: one line that is written again on a terminal, else a line now and then. */
final class ProgressPrinter implements EngineListener {

    /** Without a terminal, a line for a node at most so often. */
    private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;

    private static final long NANOS_BETWEEN_UPDATES = 100_000_000L;

    private final Console m_console;

    private final boolean m_quiet;

    private final Map<NodeRun, String> m_current = new LinkedHashMap<>();

    private final Map<NodeRun, Long> m_printed = new IdentityHashMap<>();

    private final Map<NodeRun, NodeState> m_states = new IdentityHashMap<>();

    private long m_lastUpdate;

    ProgressPrinter(final Console console, final boolean quiet) {
        m_console = console;
        m_quiet = quiet;
    }

    @Override
    public synchronized void stateChanged(final NodeRun run) {
        if (run.state() == m_states.put(run, run.state())) {
            return;
        }
        switch (run.state()) {
            case EXECUTING -> {
                m_current.put(run, run.node().toString());
                m_printed.put(run, System.nanoTime());
                if (!m_console.isInteractive()) {
                    say(run, "executing");
                }
            }
            case EXECUTED -> {
                m_current.remove(run);
                say(run, "executed in " + Durations.text(run.time()));
                run.warnings().forEach(w -> m_console.log(run.node() + ": warning: ", w));
            }
            case FAILED, CANCELED -> {
                m_current.remove(run);
                if (run.error() != null) {
                    final var word = run.state() == NodeState.FAILED ? ": error: " : ": ";
                    m_console.log(run.node() + word, run.error());
                }
            }
            default -> {
                // told in the table at the end
            }
        }
        showCurrent(true);
    }

    @Override
    public synchronized void progress(final NodeRun run, final double fraction, final String message) {
        final var percent = Double.isNaN(fraction) ? "" : " %3.0f %%".formatted(100 * fraction);
        final var text = run.node() + percent + (message.isEmpty() ? "" : " " + message);
        m_current.replace(run, text);
        if (m_console.isInteractive()) {
            showCurrent(false);
        } else if (!m_quiet && System.nanoTime() - m_printed.get(run) > NANOS_BETWEEN_LINES) {
            m_printed.put(run, System.nanoTime());
            m_console.log(text);
        }
    }

    private void say(final NodeRun run, final String what) {
        if (!m_quiet) {
            m_console.log(run.node() + ": " + what);
        }
    }

    private void showCurrent(final boolean now) {
        if (!m_quiet && (now || System.nanoTime() - m_lastUpdate > NANOS_BETWEEN_UPDATES)) {
            m_lastUpdate = System.nanoTime();
            m_console.status(m_current.values().stream().collect(Collectors.joining(" | ")));
        }
    }
}
