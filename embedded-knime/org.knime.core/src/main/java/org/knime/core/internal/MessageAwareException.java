package org.knime.core.internal;

import org.knime.core.node.message.Message;

/** An exception that carries a message for the user. */
public interface MessageAwareException {

    Message getKNIMEMessage();
}
