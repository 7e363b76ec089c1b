package org.knime.core.webui.node.dialog;

/** A node factory whose nodes may have a dialog. */
public interface NodeDialogFactory {

    /** @return whether the node has a dialog */
    default boolean hasNodeDialog() {
        return true;
    }

    /** @return a new dialog */
    NodeDialog createNodeDialog();
}
