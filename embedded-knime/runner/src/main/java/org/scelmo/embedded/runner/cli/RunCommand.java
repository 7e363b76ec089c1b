package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.util.ArrayList;

import org.scelmo.embedded.runner.exec.Engine;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowReader;
import org.scelmo.embedded.runner.registry.NodeCatalog;
import org.scelmo.embedded.runner.session.Session;

/** Executes a workflow, shows and saves its results. */
final class RunCommand {

    private final Console m_console;

    private final NodeCatalog m_catalog;

    private final Interrupt m_interrupt;

    RunCommand(final Console console, final NodeCatalog catalog, final Interrupt interrupt) {
        m_console = console;
        m_catalog = catalog;
        m_interrupt = interrupt;
    }

    int execute(final RunOptions options) throws UsageException, IOException {
        final var workflow = WorkflowReader.read(options.workflow());
        final var inputs = WorkflowInputs.of(workflow, options, m_console, Passwords.ofThisProcess());
        checkNodes(workflow, options);
        SaveTarget.check(workflow, options.target());
        if (!options.quiet()) {
            m_console.log("Running " + workflow.name());
        }
        try (var session = Session.open(workflow, m_catalog, inputs.sessionOptions(options))) {
            final var engine = new Engine(session.runs(), inputs.variables(), options.threads(),
                new ProgressPrinter(m_console, options.quiet()));
            return execute(engine, session, workflow, inputs, options);
        }
    }

    private static void checkNodes(final Workflow workflow, final RunOptions options) throws UsageException {
        final var named = new ArrayList<>(options.resetNodes());
        if (options.view() != null) {
            named.add(options.view().node());
        }
        for (var path : named) {
            if (workflow.allNodes().noneMatch(n -> n.path().equals(path))) {
                throw new UsageException("There is no node %s in %s; give the number that \"info\" shows"
                    .formatted(path, workflow.name()));
            }
        }
    }

    private int execute(final Engine engine, final Session session, final Workflow workflow,
        final WorkflowInputs inputs, final RunOptions options) throws IOException {
        session.runs().stream().filter(r -> r.state() == NodeState.MISSING)
            .forEach(r -> m_console.log(r.node() + ": ", r.error()));
        m_interrupt.cancels(engine::cancel);
        engine.run();
        new Results(m_console, workflow).show(session.runs(), options);
        if (!engine.isCanceled()) {
            save(session, inputs, options);
        } else if (!(options.target() instanceof RunOptions.Target.None)) {
            m_console.log("Canceled: nothing was saved");
        }
        final var exitCode = m_interrupt.finish(exitCode(engine));
        if (options.view() != null && !engine.isCanceled()) {
            new ViewCommand(m_console, m_interrupt).serve(options.view(), session);
        }
        return exitCode;
    }

    private void save(final Session session, final WorkflowInputs inputs, final RunOptions options)
        throws IOException {
        final var saved = SaveTarget.save(session, inputs.variables(), options.target());
        if (saved != null) {
            session.runs().stream()
                .filter(r -> r.state() == NodeState.MISSING
                    && r.node().node().savedState().equals(NodeState.EXECUTED.name()))
                .forEach(r -> m_console.log("%s was saved as reset: what is before it changed".formatted(r.node())));
            m_console.log("Saved to " + saved);
        }
    }

    private static int exitCode(final Engine engine) {
        if (engine.isCanceled()) {
            return CommandLine.CANCELED;
        }
        return engine.runs().stream().map(NodeRun::state).allMatch(NodeState.EXECUTED::equals) ? CommandLine.OK
            : CommandLine.FAILED;
    }
}
