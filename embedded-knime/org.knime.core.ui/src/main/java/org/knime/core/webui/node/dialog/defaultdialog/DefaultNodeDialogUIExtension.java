package org.knime.core.webui.node.dialog.defaultdialog;

import org.knime.core.webui.UIExtension;

/** A dialog whose page is made from parameters. */
public interface DefaultNodeDialogUIExtension extends UIExtension {
}
