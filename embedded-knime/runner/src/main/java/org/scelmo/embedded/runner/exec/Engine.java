package org.scelmo.embedded.runner.exec;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.runner.exec.GraphNode.Wire;

/**
 * Executes a workflow: a node runs as soon as all its inputs have data, independent nodes side by side. A failure stops
 * what depends on the node and nothing else.
 */
public final class Engine {

    private final List<NodeRun> m_runs;

    private final Map<GraphNode, NodeRun> m_byNode = new IdentityHashMap<>();

    private final VariableFlow m_variables;

    private final EngineListener m_listener;

    private final LinkedBlockingQueue<NodeTask.Outcome> m_outcomes = new LinkedBlockingQueue<>();

    private final Map<NodeRun, NodeTask> m_running = new LinkedHashMap<>();

    private final int m_threads;

    private volatile boolean m_canceled;

    /**
     * @param runs the nodes with their bodies, a node behind all it depends on; those already executed are loaded
     * @param workflowVariables the variables every first node sees
     * @param threads how many nodes run at the same time
     * @param listener hears what happens
     */
    public Engine(final List<NodeRun> runs, final Map<String, FlowVariable> workflowVariables, final int threads,
        final EngineListener listener) {
        m_runs = List.copyOf(runs);
        m_runs.forEach(r -> m_byNode.put(r.node(), r));
        m_variables = new VariableFlow(m_byNode, workflowVariables);
        m_threads = threads;
        m_listener = listener;
    }

    /** @return all nodes, a node behind all it depends on */
    public List<NodeRun> runs() {
        return m_runs;
    }

    /** @return whether {@link #cancel} was called */
    public boolean isCanceled() {
        return m_canceled;
    }

    /** Stops the run: running nodes are told to stop, waiting ones do not start. May be called from any thread. */
    public void cancel() {
        m_canceled = true;
        synchronized (m_running) {
            m_running.values().forEach(NodeTask::cancel);
        }
    }

    /** Configures all nodes as far as it is known what will reach them. Nothing runs. */
    public void configure() {
        for (var run : m_runs) {
            run.incoming(m_variables.incoming(run));
            if (!run.state().isFinal()) {
                configure(run);
                m_listener.stateChanged(run);
            }
        }
    }

    /** Configures and executes all nodes that can be; returns when nothing is left to do. */
    public void run() {
        configure();
        final var pool = Executors.newFixedThreadPool(m_threads, workerThreads());
        try {
            startReady(pool);
            while (!m_running.isEmpty()) {
                settle(m_outcomes.take());
                startReady(pool);
            }
        } catch (final InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdown();
        }
    }

    private void startReady(final ExecutorService pool) {
        for (var run : m_runs) {
            if (m_running.size() < m_threads && isWaiting(run) && inputsReady(run)) {
                if (m_canceled) {
                    run.error(NodeState.CANCELED, NodeMessage.of("Canceled before it started"));
                    m_listener.stateChanged(run);
                } else {
                    start(run, pool);
                }
            }
        }
    }

    private void start(final NodeRun run, final ExecutorService pool) {
        run.incoming(m_variables.incoming(run));
        if (!configure(run)) {
            // its inputs are complete: what is wrong now stays wrong
            run.state(NodeState.FAILED);
            m_listener.stateChanged(run);
            return;
        }
        final var task = new NodeTask(run, inputs(run), m_listener, m_outcomes);
        synchronized (m_running) {
            m_running.put(run, task);
        }
        run.state(NodeState.EXECUTING);
        m_listener.stateChanged(run);
        pool.execute(task);
        if (m_canceled) {
            task.cancel();
        }
    }

    private void settle(final NodeTask.Outcome outcome) {
        final var run = outcome.run();
        synchronized (m_running) {
            m_running.remove(run);
        }
        run.time(outcome.time());
        if (outcome.result() != null) {
            run.executed(outcome.result(), m_variables.incoming(run), outcome.time());
        } else {
            run.error(outcome.state(), outcome.message());
        }
        m_listener.stateChanged(run);
        if (run.state() == NodeState.EXECUTED) {
            configureBehind(run);
        }
    }

    /** Tells the nodes behind what is now known; those that fail only wait for more. */
    private void configureBehind(final NodeRun executed) {
        final var changed = new IdentityHashMap<GraphNode, Boolean>();
        changed.put(executed.node(), true);
        for (var run : m_runs) {
            if ((run.state() == NodeState.IDLE || run.state() == NodeState.CONFIGURED)
                && run.node().inputs().stream().anyMatch(w -> changed.containsKey(w.source()))) {
                changed.put(run.node(), true);
                final var before = run.state();
                run.incoming(m_variables.incoming(run));
                configure(run);
                if (before != run.state()) {
                    m_listener.stateChanged(run);
                }
            }
        }
    }

    private boolean configure(final NodeRun run) {
        final var inputs = run.body().inputs();
        final var specs = new ArrayList<PortObjectSpec>();
        for (var i = 0; i < inputs.size(); i++) {
            final var wire = wire(run, i + 1);
            if (wire == null && !inputs.get(i).optional()) {
                run.error(NodeState.IDLE,
                    NodeMessage.of("Input port %d (%s) is not connected".formatted(i + 1, inputs.get(i).name())));
                return false;
            }
            final var spec = wire == null ? null : spec(wire);
            if (wire != null && spec == null) {
                run.error(NodeState.IDLE, NodeMessage.of("Waits for " + m_byNode.get(wire.source()).node()));
                return false;
            }
            specs.add(spec);
        }
        final var incoming = m_variables.incoming(run);
        try {
            run.planned(run.body().configure(specs, incoming), incoming);
            return true;
        } catch (final InvalidSettingsException e) {
            run.error(NodeState.IDLE, NodeMessage.of(e));
            return false;
        }
    }

    private PortObjectSpec spec(final Wire wire) {
        final var outputs = m_byNode.get(wire.source()).outputs();
        return wire.sourcePort() <= outputs.size() ? outputs.get(wire.sourcePort() - 1).spec() : null;
    }

    private static boolean isWaiting(final NodeRun run) {
        return !run.state().isFinal() && run.state() != NodeState.EXECUTING;
    }

    private boolean inputsReady(final NodeRun run) {
        return run.node().inputs().stream().allMatch(w -> m_byNode.get(w.source()).state() == NodeState.EXECUTED);
    }

    private List<Output> inputs(final NodeRun run) {
        final var outputs = new ArrayList<Output>();
        for (var port = 1; port <= run.body().inputs().size(); port++) {
            final var wire = wire(run, port);
            outputs.add(wire == null ? null : m_byNode.get(wire.source()).outputs().get(wire.sourcePort() - 1));
        }
        return outputs;
    }

    private static Wire wire(final NodeRun run, final int port) {
        return run.node().inputs().stream().filter(w -> w.targetPort() == port).findFirst().orElse(null);
    }

    private static ThreadFactory workerThreads() {
        final var number = new AtomicInteger();
        return task -> {
            final var thread = new Thread(task, "KNIME-Worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
