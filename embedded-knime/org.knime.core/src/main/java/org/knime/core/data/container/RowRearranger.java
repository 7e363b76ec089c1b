package org.knime.core.data.container;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Carries out what a {@link ColumnRearranger} describes. */
final class RowRearranger {

    private final List<RearrangedColumn> m_columns;

    private final Set<CellFactory> m_factories = Collections.newSetFromMap(new IdentityHashMap<>());

    RowRearranger(final ColumnRearranger rearranger, final DataTableSpec input) {
        if (!rearranger.originalSpec().equalStructure(input)) {
            throw new IllegalArgumentException(
                "The table does not have the columns that the rearranger was made for: " + input);
        }
        m_columns = rearranger.columns();
        m_columns.stream().map(RearrangedColumn::factory).filter(Objects::nonNull).forEach(m_factories::add);
    }

    static void rearrange(final ColumnRearranger rearranger, final BufferedDataTable in, final RowAppender out,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        final var rows = new RowRearranger(rearranger, in.getDataTableSpec());
        try (var iterator = in.iterator()) {
            for (var index = 0L; iterator.hasNext(); index++) {
                exec.checkCanceled();
                final var row = iterator.next();
                out.addRowToTable(rows.apply(row, index));
                rows.progress(index + 1, in.size(), row.getKey(), exec);
            }
        }
        rows.finish();
    }

    private DataRow apply(final DataRow row, final long rowIndex) {
        final var computed = new IdentityHashMap<CellFactory, DataCell[]>();
        for (final var factory : m_factories) {
            computed.put(factory, factory.getCells(row, rowIndex));
        }
        final var cells = new DataCell[m_columns.size()];
        for (var i = 0; i < cells.length; i++) {
            final var column = m_columns.get(i);
            cells[i] = column.factory() == null ? row.getCell(column.index())
                : computed.get(column.factory())[column.index()];
        }
        return new DefaultRow(row.getKey(), cells);
    }

    private void progress(final long rowIndex, final long rowCount, final RowKey key, final ExecutionMonitor exec) {
        m_factories.forEach(f -> f.setProgress(rowIndex, rowCount, key, exec));
    }

    private void finish() {
        for (final var factory : m_factories) {
            if (factory instanceof AbstractCellFactory processing) {
                processing.afterProcessing();
            }
        }
    }
}
