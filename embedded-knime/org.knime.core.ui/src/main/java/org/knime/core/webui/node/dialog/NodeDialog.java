package org.knime.core.webui.node.dialog;

import java.util.Set;

import org.knime.core.webui.UIExtension;

/** A dialog of the modern user interface. */
public interface NodeDialog extends UIExtension {

    /** @return which settings of the node it changes */
    Set<SettingsType> getSettingsTypes();
}
