package org.scelmo.embedded.runner.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowReader;
import org.scelmo.embedded.runner.registry.Plugins;
import org.scelmo.embedded.runner.sample.CountNodeFactory;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.SlowNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;
import org.scelmo.embedded.runner.session.Session;

class EngineTest {

    @TempDir
    Path m_temp;

    @Test
    void progressNeverGoesBack() throws IOException {
        final var fractions = Collections.synchronizedList(new ArrayList<Double>());
        final var engine = run(10, new EngineListener() {

            @Override
            public void stateChanged(final NodeRun run) {
                // only progress matters
            }

            @Override
            public void progress(final NodeRun run, final double fraction, final String message) {
                if (run.node().node().id() == 2) {
                    fractions.add(fraction);
                }
            }
        });
        assertEquals(List.of(NodeState.EXECUTED, NodeState.EXECUTED, NodeState.EXECUTED), states(engine));
        assertTrue(fractions.size() >= 10, "reports: " + fractions);
        final var sorted = new ArrayList<>(fractions);
        Collections.sort(sorted);
        assertEquals(sorted, fractions);
        assertEquals(1.0, fractions.get(fractions.size() - 1));
    }

    @Test
    void statesFollowKnimesOrder() throws IOException {
        final var seen = Collections.synchronizedList(new ArrayList<String>());
        run(1, new EngineListener() {

            @Override
            public void stateChanged(final NodeRun run) {
                seen.add(run.node().node().id() + " " + run.state());
            }

            @Override
            public void progress(final NodeRun run, final double fraction, final String message) {
                // only states matter
            }
        });
        assertEquals(List.of("1 CONFIGURED", "2 CONFIGURED", "3 CONFIGURED", "1 EXECUTING", "1 EXECUTED", "2 EXECUTING",
            "2 EXECUTED", "3 EXECUTING", "3 EXECUTED"), seen);
    }

    @Test
    void noMoreNodesRunAtATimeThanThreads() throws IOException {
        final var builder = new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class);
        for (var id = 2; id < 8; id++) {
            builder.node(id, SlowNodeFactory.class).connect(1, 1, id, 1);
        }
        final var workflow = WorkflowReader.read(builder.write());
        final var most = new int[1];
        try (var session = open(workflow)) {
            final var engine = new Engine(session.runs(), Map.of(), 2, new EngineListener() {

                @Override
                public void stateChanged(final NodeRun run) {
                    final var running = session.runs().stream().filter(r -> r.state() == NodeState.EXECUTING).count();
                    most[0] = Math.max(most[0], (int)running);
                }

                @Override
                public void progress(final NodeRun run, final double fraction, final String message) {
                    // only states matter
                }
            });
            engine.run();
            assertTrue(states(engine).stream().allMatch(NodeState.EXECUTED::equals), engine.runs().toString());
        }
        assertEquals(2, most[0]);
    }

    @Test
    void cancelStopsTheRunningNodeAndStartsNoOther() throws Exception {
        final var started = new CountDownLatch(1);
        final var engines = new ArrayList<Engine>();
        final var canceler = new Thread(() -> {
            try {
                started.await();
                engines.get(0).cancel();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        canceler.start();
        try (var session = session(1_000_000)) {
            final var engine = new Engine(session.runs(), Map.of(), 2, new EngineListener() {

                @Override
                public void stateChanged(final NodeRun run) {
                    // only progress matters
                }

                @Override
                public void progress(final NodeRun run, final double fraction, final String message) {
                    if (run.node().node().id() == 2) {
                        started.countDown();
                    }
                }
            });
            engines.add(engine);
            engine.run();
            assertEquals(List.of(NodeState.EXECUTED, NodeState.CANCELED, NodeState.CONFIGURED), states(engine));
            assertTrue(engine.isCanceled());
        }
        canceler.join();
    }

    private Engine run(final int steps, final EngineListener listener) throws IOException {
        try (var session = session(steps)) {
            final var engine = new Engine(session.runs(), Map.of(), 2, listener);
            engine.run();
            return engine;
        }
    }

    private Session session(final int steps) throws IOException {
        final var workflow = WorkflowReader.read(new WorkflowBuilder(m_temp.resolve("workflow"))
            .node(1, RowsNodeFactory.class)
            .node(2, SlowNodeFactory.class.getName(), s -> s.addNodeSettings("model").addInt("steps", steps))
            .node(3, CountNodeFactory.class).connect(1, 1, 2, 1).connect(2, 1, 3, 1).write());
        return open(workflow);
    }

    private Session open(final Workflow workflow) throws IOException {
        return Session.open(workflow, Plugins.find(EngineTest.class.getClassLoader(), List.of(), m_temp),
            Session.Options.savedIn(workflow));
    }

    private static List<NodeState> states(final Engine engine) {
        return engine.runs().stream().map(NodeRun::state).toList();
    }
}
