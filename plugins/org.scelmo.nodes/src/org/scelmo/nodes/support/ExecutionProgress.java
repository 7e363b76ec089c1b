package org.scelmo.nodes.support;

import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;

/** Shows core's progress on the node and passes the user's wish to cancel on to core. */
public final class ExecutionProgress implements Progress {

    private final ExecutionMonitor m_monitor;

    private double m_fraction;

    private ExecutionProgress(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    /** @param monitor of KNIME, told fractions and messages and asked for cancellation */
    public static Progress of(final ExecutionMonitor monitor) {
        return new ExecutionProgress(monitor);
    }

    @Override
    public void update(final double fraction, final Supplier<String> message) {
        m_fraction = Math.max(m_fraction, Math.min(1, fraction));
        m_monitor.setProgress(m_fraction, message);
    }

    @Override
    public void checkCanceled() {
        try {
            m_monitor.checkCanceled();
        } catch (final CanceledExecutionException e) { // NOSONAR it says nothing else
            throw new CanceledException();
        }
    }
}
