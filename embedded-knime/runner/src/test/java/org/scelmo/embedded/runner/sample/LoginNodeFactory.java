package org.scelmo.embedded.runner.sample;

import java.io.File;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.NodeView;

/** A classic node that needs credentials and tells how long the password is. */
public final class LoginNodeFactory extends NodeFactory<LoginNodeFactory.Model> {

    /** Its model. */
    public static final class Model extends NodeModel {

        Model() {
            super(0, 0);
        }

        @Override
        protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
            if (!getCredentialsProvider().listNames().contains("service")) {
                throw new InvalidSettingsException("No credentials \"service\"");
            }
            return new DataTableSpec[0];
        }

        @Override
        protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec) {
            final var login = getCredentialsProvider().get("service");
            setWarningMessage("%s has a password of %d characters".formatted(login.getLogin(),
                login.getPassword() == null ? 0 : login.getPassword().length()));
            return new BufferedDataTable[0];
        }

        @Override
        protected void saveSettingsTo(final NodeSettingsWO settings) {
            // no settings
        }

        @Override
        protected void validateSettings(final NodeSettingsRO settings) {
            // no settings
        }

        @Override
        protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
            // no settings
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
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    @Deprecated
    public NodeView<Model> createNodeView(final int viewIndex, final Model nodeModel) {
        return null;
    }

    @Override
    @Deprecated
    protected boolean hasDialog() {
        return false;
    }

    @Override
    @Deprecated
    protected NodeDialogPane createNodeDialogPane() {
        return null;
    }
}
