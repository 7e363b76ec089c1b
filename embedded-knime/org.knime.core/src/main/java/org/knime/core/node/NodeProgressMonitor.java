package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** Receives the progress of a node, and tells it when it is canceled. */
public interface NodeProgressMonitor {

    void checkCanceled() throws CanceledExecutionException;

    void setExecuteCanceled();

    void setProgress(double progress);

    void setProgress(double progress, String message);

    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    void setProgress(String message);

    void setMessage(String message);

    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** @return the progress between 0 and 1, null if there is none yet */
    Double getProgress();

    String getMessage();

    void reset();

    void addProgressListener(NodeProgressListener l);

    void removeProgressListener(NodeProgressListener l);

    void removeAllProgressListener();
}
