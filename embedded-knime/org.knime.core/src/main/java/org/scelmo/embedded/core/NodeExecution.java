package org.scelmo.embedded.core;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.NodeModel;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeProgressListener;
import org.scelmo.embedded.core.access.FileStoreAccess;
import org.scelmo.embedded.core.access.NodeAccess;
import org.scelmo.embedded.core.filestore.FileStoreFolder;

/** One execution of a node: copies the inputs, calls the model, checks the outputs. */
final class NodeExecution {

    private final NodeModel m_model;

    private final PortType[] m_types;

    private final PortObjectSpec[] m_expected;

    private final FileStoreFolder m_stores;

    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();

    private Thread m_thread;

    private PortObject[] m_outputs;

    private NodeMessage m_message = NodeMessage.NONE;

    NodeExecution(final NodeModel model, final PortType[] types, final PortObjectSpec[] expected,
        final FileStoreFolder stores, final List<NodeProgressListener> listeners) {
        m_model = model;
        m_types = types;
        m_expected = expected;
        m_stores = stores;
        listeners.forEach(m_progress::addProgressListener);
    }

    NodeMessage message() {
        return m_message;
    }

    PortObject[] outputs() {
        return m_outputs;
    }

    PortObjectSpec[] specs() {
        return Arrays.stream(m_outputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
    }

    synchronized void cancel() {
        m_progress.setExecuteCanceled();
        if (m_thread != null) {
            m_thread.interrupt();
        }
    }

    boolean run(final PortObject[] inputs) {
        if (Arrays.stream(inputs).anyMatch(InactiveBranchPortObject.class::isInstance)) {
            m_outputs = new PortObject[m_types.length];
            Arrays.fill(m_outputs, InactiveBranchPortObject.INSTANCE);
            return true;
        }
        enter();
        try {
            m_outputs = execute(inputs);
            return true;
        } catch (final Throwable e) { // as in KNIME: whatever a node throws, the workflow goes on
            final var cancel = cancelMessage(e);
            m_message = cancel != null ? NodeMessages.warning(cancel)
                : NodeMessages.error(NodeMessages.ofExecute(e), e);
        } finally {
            leave();
        }
        return false;
    }

    private synchronized void enter() {
        m_thread = Thread.currentThread();
    }

    private synchronized void leave() {
        m_thread = null;
        if (isCanceled()) {
            // the interrupt was meant for the node, not for whoever uses this thread next
            Thread.interrupted();
        }
    }

    private boolean isCanceled() {
        return cancelMessage(null) != null;
    }

    /** @return what is said if the node was canceled, whatever it threw then; null if it was not */
    private Message cancelMessage(final Throwable cause) {
        if (cause instanceof CanceledExecutionException canceled) {
            return canceled.getKNIMEMessage();
        }
        try {
            m_progress.checkCanceled();
            return null;
        } catch (final CanceledExecutionException e) {
            return e.getKNIMEMessage();
        }
    }

    private PortObject[] execute(final PortObject[] inputs) throws Exception {
        final var copies = new PortObject[inputs.length];
        for (var i = 0; i < inputs.length; i++) {
            copies[i] = PortObjectCopy.of(inputs[i]);
        }
        m_progress.checkCanceled();
        final var outputs = NodeAccess.INSTANCE.execute(m_model, copies,
            NodeAccess.INSTANCE.createContext(m_progress, m_stores));
        final var check = new OutputCheck(m_model.getClass(), m_types, m_expected);
        check.checkObjects(outputs);
        for (final var output : outputs) {
            if (output instanceof FileStorePortObject stored) {
                FileStoreAccess.INSTANCE.flush(stored);
            }
        }
        m_progress.setProgress(1);
        final var warning = NodeAccess.INSTANCE.warningOf(m_model);
        m_message = NodeMessages.warning(check.specWarning(outputs)
            .orElseGet(() -> warning != null ? warning : OutputCheck.emptyWarning(outputs).orElse(null)));
        return outputs.clone();
    }
}
