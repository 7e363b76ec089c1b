package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Something went wrong that the user should read about; the message is shown on the node. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private static final long serialVersionUID = 1;

    private final transient Message m_message;

    public KNIMEException(final String message) {
        this(Message.fromSummary(message), null);
    }

    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message), cause);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    public static KNIMEException of(final Message message) {
        return new KNIMEException(message, null);
    }

    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }

    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException(this);
    }

    /** Carries a {@link KNIMEException} through code that allows no checked ones. */
    public final class KNIMERuntimeException extends RuntimeException implements MessageAwareException {

        private static final long serialVersionUID = 1;

        private KNIMERuntimeException(final KNIMEException cause) {
            super(cause.getMessage(), cause);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return KNIMEException.this;
        }

        @Override
        public Message getKNIMEMessage() {
            return KNIMEException.this.getKNIMEMessage();
        }
    }
}
