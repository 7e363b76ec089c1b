package org.knime.core.node.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The message shown on a node. */
public final class NodeMessage {

    public static final NodeMessage NONE = new NodeMessage(Type.RESET, "");

    private final Type m_type;

    private final String m_message;

    private final String m_issue;

    private final List<String> m_resolutions;

    public NodeMessage(final Type type, final String message) {
        this(type, message, null, List.of());
    }

    public NodeMessage(final Type type, final String message, final String issue, final List<String> resolutions) {
        m_type = Objects.requireNonNull(type, "The type of a message must not be null.");
        m_message = message == null ? "" : message;
        m_issue = issue;
        m_resolutions = List.copyOf(resolutions);
    }

    public static final NodeMessage newError(final String message) {
        return new NodeMessage(Type.ERROR, message);
    }

    public static final NodeMessage newWarning(final String message) {
        return new NodeMessage(Type.WARNING, message);
    }

    public Type getMessageType() {
        return m_type;
    }

    public String getMessage() {
        return m_message;
    }

    public Optional<String> getIssue() {
        return Optional.ofNullable(m_issue);
    }

    public List<String> getResolutions() {
        return m_resolutions;
    }

    public String toStringWithDetails() {
        final var out = new StringBuilder(toString());
        getIssue().ifPresent(issue -> out.append('\n').append(issue));
        m_resolutions.forEach(r -> out.append("\n - ").append(r));
        return out.toString();
    }

    @Override
    public String toString() {
        return m_type + ": " + m_message;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_type, m_message, m_issue, m_resolutions);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof NodeMessage other && m_type == other.m_type && m_message.equals(other.m_message)
            && Objects.equals(m_issue, other.m_issue) && m_resolutions.equals(other.m_resolutions);
    }

    /** How serious a message is. */
    public enum Type {
        RESET, WARNING, ERROR
    }
}
