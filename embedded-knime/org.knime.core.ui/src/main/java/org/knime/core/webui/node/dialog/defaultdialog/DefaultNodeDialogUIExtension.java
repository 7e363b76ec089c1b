package org.knime.core.webui.node.dialog.defaultdialog;

import org.knime.core.webui.UIExtension;
import org.knime.core.webui.page.Page;

/** A dialog whose page is made from parameters. */
public interface DefaultNodeDialogUIExtension extends UIExtension {

    @Override
    default Page getPage() {
        throw new UnsupportedOperationException("The double of KNIME draws no dialogs.");
    }
}
