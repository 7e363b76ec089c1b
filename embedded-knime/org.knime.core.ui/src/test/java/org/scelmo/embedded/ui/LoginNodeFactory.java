package org.scelmo.embedded.ui;

import java.io.File;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.NodeView;
import org.knime.core.util.Version;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.NodeDialogManager;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.PortDescription;

/** A node of the classic kind with a modern dialog, as nodes are written that need credentials. */
final class LoginNodeFactory extends NodeFactory<LoginNodeFactory.Model> implements NodeDialogFactory {

    /** Its model: passes the table on and says whose login it has. */
    static final class Model extends NodeModel {

        private LoginParameters m_parameters = new LoginParameters();

        Model() {
            super(1, 1);
        }

        @Override
        protected DataTableSpec[] configure(final DataTableSpec[] specs) throws InvalidSettingsException {
            if (!getCredentialsProvider().listNames().contains(m_parameters.m_credentials)) {
                throw new InvalidSettingsException("No credentials " + m_parameters.m_credentials);
            }
            return specs;
        }

        @Override
        protected BufferedDataTable[] execute(final BufferedDataTable[] tables, final ExecutionContext exec) {
            setWarningMessage("Hello " + getCredentialsProvider().get(m_parameters.m_credentials).getLogin());
            return tables;
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            NodeParametersUtil.saveSettings(LoginParameters.class, m_parameters, settings);
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
            NodeParametersUtil.loadSettings(settings, LoginParameters.class);
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
            m_parameters = NodeParametersUtil.loadSettings(settings, LoginParameters.class);
        }

        @Override
        protected void reset() {
            // keeps nothing
        }

        @Override
        protected void loadInternals(final File folder, final ExecutionMonitor exec) {
            // keeps nothing
        }

        @Override
        protected void saveInternals(final File folder, final ExecutionMonitor exec) {
            // keeps nothing
        }
    }

    @Override
    public Model createNodeModel() {
        return new Model();
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return DefaultNodeDescriptionUtil.createNodeDescription("Login Check", "none.png",
            List.of(PortDescription.fixedPort("In", "A table.")),
            List.of(PortDescription.fixedPort("Out", "The same table.")), "Checks a login.", "Says whose login it has.",
            List.of(), LoginParameters.class, null, null, NodeType.Other, List.of("password"), new Version(0, 1, 0));
    }

    @Override
    public NodeDialog createNodeDialog() {
        return new DefaultNodeDialog(SettingsType.MODEL, LoginParameters.class);
    }

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return NodeDialogManager.createLegacyFlowVariableNodeDialog(createNodeDialog());
    }

    @Override
    protected boolean hasDialog() {
        return true;
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<Model> createNodeView(final int viewIndex, final Model nodeModel) {
        return null;
    }
}
