package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.node.parameters.NodeParameters;

/** A dialog that is made from parameters. */
public final class DefaultNodeDialog implements NodeDialog, DefaultNodeDialogUIExtension {

    private final Map<SettingsType, Class<? extends NodeParameters>> m_classes = new LinkedHashMap<>();

    /**
     * @param settingsType which settings of the node the parameters are
     * @param settingsClass class of the parameters
     */
    public DefaultNodeDialog(final SettingsType settingsType, final Class<? extends NodeParameters> settingsClass) {
        m_classes.put(settingsType, settingsClass);
    }

    /** @return the classes of the parameters */
    public Map<SettingsType, Class<? extends NodeParameters>> getSettingsClasses() {
        return Map.copyOf(m_classes);
    }

    @Override
    public Set<SettingsType> getSettingsTypes() {
        return Set.copyOf(m_classes.keySet());
    }
}
