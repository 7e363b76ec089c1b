package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.runner.cli.RunOptions.TableName;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;
import org.scelmo.embedded.runner.model.Workflow;

/** Shows the results of a run and writes them as CSV. */
final class Results {

    private final Console m_console;

    private final Workflow m_workflow;

    Results(final Console console, final Workflow workflow) {
        m_console = console;
        m_workflow = workflow;
    }

    private record NamedTable(NodeRun run, int port, BufferedDataTable table) {

        String title() {
            return "%s, output %d".formatted(run.node(), port);
        }

        String fileName() {
            final var node = run.node().node();
            return "%s_%s_%d.csv".formatted(node.path(), node.name().replaceAll("[^\\p{L}\\p{N}]+", "_"), port);
        }
    }

    void show(final List<NodeRun> runs, final RunOptions options) throws IOException {
        final var asked = !options.tables().isEmpty();
        final var tables = asked ? named(runs, options.tables()) : lastTables(runs);
        for (var table : tables) {
            if (asked || TablePrinter.isSmall(table.table())) {
                TablePrinter.print(table.table(), table.title(), m_console);
            }
        }
        if (options.csv() != null) {
            writeCsv(tables, options.csv());
        }
        m_console.print("");
        m_console.print(m_workflow.name());
        ResultTable.lines(runs).forEach(m_console::print);
    }

    private List<NamedTable> lastTables(final List<NodeRun> runs) throws IOException {
        final var tables = new ArrayList<NamedTable>();
        for (var run : runs) {
            for (var port = 1; run.state() == NodeState.EXECUTED && port <= run.outputs().size(); port++) {
                if (!run.node().isConnected(port)
                    && run.outputs().get(port - 1).spec() instanceof DataTableSpec
                    && run.outputs().get(port - 1).object() instanceof BufferedDataTable table) {
                    tables.add(new NamedTable(run, port, table));
                }
            }
        }
        return tables;
    }

    private List<NamedTable> named(final List<NodeRun> runs, final List<TableName> names) throws IOException {
        final var tables = new ArrayList<NamedTable>();
        for (var name : names) {
            final var run = runs.stream().filter(r -> r.node().node().path().equals(name.node())).findFirst();
            if (run.isEmpty() || name.port() < 1 || name.port() > run.get().outputs().size()) {
                m_console.log("There is no output %s:%d in the workflow".formatted(name.node(), name.port()));
            } else if (run.get().state() != NodeState.EXECUTED) {
                m_console.log("%s is not executed: it has no table to print".formatted(run.get().node()));
            } else if (run.get().outputs().get(name.port() - 1).object() instanceof BufferedDataTable table) {
                tables.add(new NamedTable(run.get(), name.port(), table));
            } else {
                m_console.log("%s, output %d is not a table: %s".formatted(run.get().node(), name.port(),
                    run.get().outputs().get(name.port() - 1).summary()));
            }
        }
        return tables;
    }

    private void writeCsv(final List<NamedTable> tables, final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var table : tables) {
            final var file = folder.resolve(table.fileName());
            CsvWriter.write(table.table(), file);
            m_console.log("Wrote " + file);
        }
    }
}
