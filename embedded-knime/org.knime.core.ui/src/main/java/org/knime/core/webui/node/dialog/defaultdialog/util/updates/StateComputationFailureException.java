package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/**
 * Says that a state provider has nothing to offer; the dialog stays as it is. Its constructor is left out: no form of
 * it exists both in KNIME 5.8 and in later releases.
 */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    private StateComputationFailureException() {
        super();
    }
}
