package org.knime.core.node;

import java.util.Objects;
import java.util.function.Supplier;

/** Through which running code reports its progress and learns that it is canceled. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    public ExecutionMonitor(final NodeProgressMonitor progress) {
        m_progress = Objects.requireNonNull(progress, "The progress monitor must not be null.");
    }

    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    public void setProgress(final double progress, final Supplier<String> message) {
        m_progress.setProgress(progress, message);
    }

    public void setProgress(final String message) {
        m_progress.setProgress(message);
    }

    public void setMessage(final String message) {
        m_progress.setMessage(message);
    }

    public void setMessage(final Supplier<String> message) {
        m_progress.setMessage(message);
    }

    /**
     * A monitor for a part of the work.
     *
     * @param maxProg the share of the part in the whole, between 0 and 1
     * @return its monitor
     */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, maxProg, false, true));
    }

    /** @return as {@link #createSubProgress(double)}, but its messages are not shown */
    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, maxProg, true, true));
    }

    /** @return a monitor for all of the work that does not stop when canceled */
    public ExecutionMonitor createNonCancelableSubProgress() {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, 1, false, false));
    }
}
