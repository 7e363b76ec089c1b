package org.knime.core.node.message;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;

/** Says why settings are refused, with what the user can do about it. */
final class RefusedSettingsException extends InvalidSettingsException implements MessageAwareException {

    private static final long serialVersionUID = 1;

    private final transient Message m_message;

    RefusedSettingsException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }
}
