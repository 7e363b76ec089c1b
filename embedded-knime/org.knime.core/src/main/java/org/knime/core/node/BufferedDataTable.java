package org.knime.core.node;

import javax.swing.JComponent;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ContainerTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table whose rows are in memory or, where they are many, in a temporary file. */
public final class BufferedDataTable implements DataTable, PortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final ContainerTable m_rows;

    private final DataTableSpec m_spec;

    BufferedDataTable(final ContainerTable rows) {
        this(rows, rows.getDataTableSpec());
    }

    BufferedDataTable(final ContainerTable rows, final DataTableSpec spec) {
        m_rows = rows;
        m_spec = spec;
    }

    ContainerTable rows() {
        return m_rows;
    }

    public Integer getBufferedTableId() {
        return m_rows.getTableId();
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + m_spec.getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    public long size() {
        return m_rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_rows.iterator();
    }

    /** A table that knows how many rows it has. */
    public interface KnowsRowCountTable extends DataTable {

        @Override
        CloseableRowIterator iterator();

        long size();

        void clear();
    }
}
