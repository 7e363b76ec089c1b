package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Keeps what the dialog currently shows as selected out of the settings. */
public class DoNotPersistSelected implements NodeParametersPersistor<String[]> {

    /** For the framework. */
    public DoNotPersistSelected() {
        super();
    }

    @Override
    public String[] load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return null; // NOSONAR nothing is stored
    }

    @Override
    public void save(final String[] param, final NodeSettingsWO settings) {
        // see the class comment
    }

    @Override
    public String[][] getConfigPaths() {
        return new String[0][];
    }
}
