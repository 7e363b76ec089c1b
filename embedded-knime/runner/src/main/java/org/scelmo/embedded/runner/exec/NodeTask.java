package org.scelmo.embedded.runner.exec;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.knime.core.node.port.PortObject;

/** One execution of one node, on a worker thread. */
final class NodeTask implements Runnable {

    private final NodeRun m_run;

    private final List<Output> m_inputs;

    private final EngineListener m_listener;

    private final BlockingQueue<Outcome> m_outcomes;

    private final AtomicBoolean m_canceled = new AtomicBoolean();

    private double m_fraction;

    private Thread m_worker;

    NodeTask(final NodeRun run, final List<Output> inputs, final EngineListener listener,
        final BlockingQueue<Outcome> outcomes) {
        m_run = run;
        m_inputs = inputs;
        m_listener = listener;
        m_outcomes = outcomes;
    }

    /** How it ended: with a result, or with a state and a message. */
    record Outcome(NodeRun run, NodeBody.Result result, NodeState state, NodeMessage message, Duration time) {
    }

    /** As in KNIME, the node is told, and its thread is interrupted. */
    synchronized void cancel() {
        m_canceled.set(true);
        if (m_worker != null) {
            m_run.body().cancel();
            m_worker.interrupt();
        }
    }

    @Override
    public void run() {
        final var name = Thread.currentThread().getName();
        Thread.currentThread().setName(name + "-" + m_run.node().node().name());
        worker(Thread.currentThread());
        final var start = System.nanoTime();
        NodeBody.Result result = null;
        NodeState state = NodeState.FAILED;
        NodeMessage message = null;
        try {
            result = execute();
            state = NodeState.EXECUTED;
        } catch (final InterruptedException e) {
            state = NodeState.CANCELED;
            message = NodeMessage.of("Canceled");
        } catch (final NodeFailure e) {
            message = e.message();
        } catch (final IOException e) {
            message = new NodeMessage("The data at an input cannot be read: " + e.getMessage(), List.of(),
                List.of("Run the workflow again with --reset."));
        } catch (final OutOfMemoryError e) {
            message = new NodeMessage("Not enough memory", List.of(String.valueOf(e.getMessage())),
                List.of("Give Java more, for example -Xmx8g."));
        } finally {
            worker(null);
            // an interrupt that came late must not hit the next node on this thread
            Thread.interrupted();
            Thread.currentThread().setName(name);
        }
        m_outcomes.add(new Outcome(m_run, result, state, message, Duration.ofNanos(System.nanoTime() - start)));
    }

    private NodeBody.Result execute() throws NodeFailure, InterruptedException, IOException {
        final var objects = new ArrayList<PortObject>();
        for (var input : m_inputs) {
            objects.add(input == null ? null : input.object());
        }
        if (m_canceled.get()) {
            throw new InterruptedException();
        }
        return m_run.body().execute(objects, this::report, m_canceled::get);
    }

    private synchronized void report(final Double fraction, final String message) {
        if (fraction != null) {
            m_fraction = Math.max(m_fraction, Math.min(1, fraction));
        }
        m_listener.progress(m_run, fraction == null && m_fraction == 0 ? Double.NaN : m_fraction,
            message == null ? "" : message);
    }

    private synchronized void worker(final Thread thread) {
        m_worker = thread;
        if (thread != null && m_canceled.get()) {
            thread.interrupt();
        }
    }
}
