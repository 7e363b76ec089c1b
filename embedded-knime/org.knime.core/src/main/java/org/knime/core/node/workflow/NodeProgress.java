package org.knime.core.node.workflow;

/** How far a node is. */
public final class NodeProgress {

    private final Double m_progress;

    private final String m_message;

    public NodeProgress(final Double progress, final String message) {
        m_progress = progress;
        m_message = message;
    }

    public boolean hasProgress() {
        return m_progress != null;
    }

    public Double getProgress() {
        return m_progress;
    }

    public boolean hasMessage() {
        return m_message != null;
    }

    public String getMessage() {
        return m_message;
    }

    @Override
    public String toString() {
        return m_progress + (m_message == null ? "" : " " + m_message);
    }
}
