package org.knime.core.node;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/**
 * Keeps the progress of a node, which never goes back, and tells listeners. KNIME asks a supplier for its message some
 * time after it was given, from a thread of its own; here it is asked at once, and again when the next one is given, so
 * that one that cannot tell its message any more is found.
 */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private final List<NodeProgressListener> m_listeners = new CopyOnWriteArrayList<>();

    private Double m_progress;

    private String m_message;

    private Supplier<String> m_given;

    private volatile Message m_cancel;

    public DefaultNodeProgressMonitor() {
        // starts without listeners
    }

    public DefaultNodeProgressMonitor(final NodeProgressListener l) {
        addProgressListener(l);
    }

    protected boolean isCanceled() {
        return m_cancel != null;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        final var cancel = m_cancel;
        if (cancel != null) {
            throw new CanceledExecutionException(cancel);
        }
    }

    @Override
    public void setExecuteCanceled() {
        setExecuteCanceled(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
    }

    public void setExecuteCanceled(final Message message) {
        m_cancel = message;
    }

    @Override
    public synchronized void setProgress(final double progress) {
        if (advance(progress)) {
            fire();
        }
    }

    @Override
    public synchronized void setProgress(final double progress, final String message) {
        if (advance(progress) | say(message)) {
            fire();
        }
    }

    @Override
    public synchronized void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, ask(message));
    }

    @Override
    public synchronized void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public synchronized void setMessage(final String message) {
        if (say(message)) {
            fire();
        }
    }

    @Override
    public synchronized void setMessage(final Supplier<String> message) {
        setMessage(ask(message));
    }

    private String ask(final Supplier<String> message) {
        if (m_given != null) {
            m_given.get();
        }
        m_given = message;
        return message.get();
    }

    private boolean advance(final double progress) {
        final var bounded = Math.max(0, Math.min(1, progress));
        if (Double.isNaN(progress) || m_progress != null && bounded <= m_progress) {
            return false;
        }
        m_progress = bounded;
        return true;
    }

    private boolean say(final String message) {
        final var changed = !Objects.equals(m_message, message);
        m_message = message;
        return changed;
    }

    private void fire() {
        final var event = new NodeProgressEvent(NodeID.ROOTID, new NodeProgress(m_progress, m_message));
        m_listeners.forEach(l -> l.progressChanged(event));
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
    public synchronized void reset() {
        m_progress = null;
        m_message = null;
        m_given = null;
        m_cancel = null;
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        m_listeners.add(l);
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        m_listeners.remove(l);
    }

    @Override
    public void removeAllProgressListener() {
        m_listeners.clear();
    }
}
