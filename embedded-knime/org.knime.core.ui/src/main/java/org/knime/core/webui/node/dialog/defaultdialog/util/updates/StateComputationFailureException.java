package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Says that a state provider has nothing to offer; the dialog stays as it is. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message shown to the user */
    public StateComputationFailureException(final String message) {
        super(message);
    }
}
