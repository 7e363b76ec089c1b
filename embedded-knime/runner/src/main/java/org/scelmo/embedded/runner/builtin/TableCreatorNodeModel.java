package org.scelmo.embedded.runner.builtin;

import java.io.File;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Makes the table that the settings hold. */
final class TableCreatorNodeModel extends NodeModel {

    private final NodeSettings m_settings = new NodeSettings("model");

    private CreatedTable m_table = CreatedTable.EMPTY;

    TableCreatorNodeModel() {
        super(0, 1);
    }

    @Override
    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        return new DataTableSpec[]{spec()};
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
        throws CanceledExecutionException, InvalidSettingsException {
        final var container = exec.createDataContainer(spec());
        for (var r = 0L; r < m_table.rows(); r++) {
            exec.checkCanceled();
            exec.setProgress(r / (double)m_table.rows());
            final var row = r;
            container.addRowToTable(new DefaultRow(m_table.keys().apply(row),
                m_table.columns().stream().map(c -> c.cell(row)).toArray(DataCell[]::new)));
        }
        container.close();
        return new BufferedDataTable[]{container.getTable()};
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        m_settings.copyTo(settings);
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        CreatedTable.load(settings);
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        ((NodeSettings)settings).copyTo(m_settings);
        m_table = CreatedTable.load(settings);
    }

    @Override
    protected void reset() {
        // nothing is kept between executions
    }

    @Override
    protected void loadInternals(final File folder, final ExecutionMonitor exec) {
        // nothing is kept between executions
    }

    @Override
    protected void saveInternals(final File folder, final ExecutionMonitor exec) {
        // nothing is kept between executions
    }

    private DataTableSpec spec() throws InvalidSettingsException {
        final var names = m_table.columns().stream().map(c -> c.spec().getName()).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidSettingsException("Two columns have the same name: " + names);
        }
        return new DataTableSpec(m_table.columns().stream().map(TypedColumn::spec).toArray(DataColumnSpec[]::new));
    }
}
