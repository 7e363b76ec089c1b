package org.scelmo.embedded.runner.cli;

import java.util.List;
import java.util.Locale;

import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;

/** The table at the end of a run: every node, its state, what it made and how long it took. */
final class ResultTable {

    private static final int MAX_OUTPUT = 80;

    private ResultTable() {
    }

    static List<String> lines(final List<NodeRun> runs) {
        final var table = new TextTable(List.of(TextTable.left("Node"), TextTable.left("State"),
            TextTable.left("Output"), TextTable.right("Time")));
        for (var run : runs) {
            table.row(List.of(run.node().toString(), state(run), output(run),
                run.isLoaded() || run.time().isZero() ? "" : Durations.text(run.time())));
        }
        return table.lines();
    }

    private static String state(final NodeRun run) {
        final var state = run.state().name().toLowerCase(Locale.ROOT);
        if (!run.isLoaded() || run.state() != NodeState.EXECUTED) {
            return state;
        }
        return state + (run.body() == null ? " (saved, not installed)" : " (saved)");
    }

    private static String output(final NodeRun run) {
        if (run.state() != NodeState.EXECUTED) {
            return run.error() == null ? "" : cut(run.error().summary());
        }
        final var summaries = new StringBuilder();
        for (var i = 0; i < run.outputs().size(); i++) {
            final var summary = run.outputs().get(i).summary();
            if (!summary.isEmpty()) {
                summaries.append(summaries.isEmpty() ? "" : "; ");
                summaries.append(run.outputs().size() > 1 ? i + 1 + ": " : "").append(summary);
            }
        }
        return cut(summaries.toString());
    }

    /** The whole message was printed when it came. */
    private static String cut(final String text) {
        return text.length() <= MAX_OUTPUT ? text : text.substring(0, MAX_OUTPUT - 1) + "…";
    }
}
