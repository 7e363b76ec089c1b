package org.knime.core.node;

import java.util.EventListener;

import org.knime.core.node.message.Message;

/** Hears about the warning of a node. */
public interface NodeModelWarningListener extends EventListener {

    void warningChanged(Message warning);
}
