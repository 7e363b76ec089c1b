package org.knime.core.node;

/** Settings (or the inputs they refer to) do not allow the node to be configured; the text is shown on the node. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1;

    public InvalidSettingsException(final String msg) {
        super(msg);
    }

    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
