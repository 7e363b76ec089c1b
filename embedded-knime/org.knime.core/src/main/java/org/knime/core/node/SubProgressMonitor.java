package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** A part of the progress of another monitor. */
final class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor m_parent;

    private final double m_share;

    private final boolean m_silent;

    private final boolean m_cancelable;

    private double m_progress;

    private String m_message;

    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent,
        final boolean cancelable) {
        m_parent = parent;
        m_share = share;
        m_silent = silent;
        m_cancelable = cancelable;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_cancelable) {
            m_parent.checkCanceled();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_parent.setExecuteCanceled();
    }

    @Override
    public synchronized void setProgress(final double progress) {
        final var step = Math.max(0, Math.min(1, progress)) - m_progress;
        if (step > 0) {
            m_progress += step;
            ProgressShares.add(m_parent, step * m_share);
        }
    }

    @Override
    public synchronized void setProgress(final double progress, final String message) {
        setMessage(message);
        setProgress(progress);
    }

    @Override
    public synchronized void setProgress(final double progress, final Supplier<String> message) {
        setMessage(message);
        setProgress(progress);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public synchronized void setMessage(final Supplier<String> message) {
        m_message = message.get();
        if (!m_silent) {
            m_parent.setMessage(message);
        }
    }

    @Override
    public synchronized void setMessage(final String message) {
        m_message = message;
        if (!m_silent) {
            m_parent.setMessage(message);
        }
    }

    @Override
    public synchronized Double getProgress() {
        return m_progress;
    }

    @Override
    public synchronized String getMessage() {
        return m_message;
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("A part of a progress cannot be reset.");
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        throw new UnsupportedOperationException("Listen to the whole progress instead.");
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        // there are none
    }

    @Override
    public void removeAllProgressListener() {
        // there are none
    }
}
