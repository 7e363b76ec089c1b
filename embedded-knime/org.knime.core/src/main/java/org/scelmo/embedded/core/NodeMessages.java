package org.scelmo.embedded.core;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeMessage;

/** Makes what goes wrong in a node into what the user reads. */
final class NodeMessages {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(NodeHost.class);

    /** Shorter texts of exceptions say too little alone. */
    private static final int MIN_TEXT = 5;

    private NodeMessages() {
    }

    static NodeMessage warning(final Message message) {
        return message == null ? NodeMessage.NONE : message.toNodeMessage(NodeMessage.Type.WARNING);
    }

    static NodeMessage error(final Message message, final Throwable cause) {
        LOGGER.error(message.toLogPrintable());
        LOGGER.debug(message.getSummary(), cause);
        return message.toNodeMessage(NodeMessage.Type.ERROR);
    }

    static Message ofConfigure(final Throwable e) {
        if (e instanceof MessageAwareException aware) {
            return aware.getKNIMEMessage();
        }
        return Message.fromSummary(e instanceof InvalidSettingsException ? String.valueOf(e.getMessage())
            : "Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage());
    }

    static Message ofExecute(final Throwable e) {
        if (e instanceof MessageAwareException aware) {
            return aware.getKNIMEMessage();
        }
        final var text = e.getMessage();
        return Message.fromSummary("Execute failed: " + (text != null && text.length() >= MIN_TEXT ? text
            : "(\"" + e.getClass().getSimpleName() + "\"): " + text));
    }
}
