package org.scelmo.embedded.runner.exec;

/** A node ended with an error. */
public final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient NodeMessage m_message;

    /**
     * @param message for the user
     * @param cause the reason, may be {@code null}
     */
    public NodeFailure(final NodeMessage message, final Throwable cause) {
        super(message.summary(), cause);
        m_message = message;
    }

    /** @return the message with its details and resolutions */
    public NodeMessage message() {
        return m_message;
    }
}
