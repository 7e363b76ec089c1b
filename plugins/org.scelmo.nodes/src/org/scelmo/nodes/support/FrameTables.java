package org.scelmo.nodes.support;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.nodes.port.ColumnOutline;

/** Annotations of cells or genes as a KNIME table: the index becomes the RowID, each column a column. */
public final class FrameTables {

    private FrameTables() {
    }

    /** @return the specification of the table that {@link #write} makes of such columns */
    public static DataTableSpec spec(final List<ColumnOutline> columns) {
        return Tables.spec(columns.stream().map(FrameTables::spec).toList());
    }

    private static DataColumnSpec spec(final ColumnOutline column) {
        final var creator = new DataColumnSpecCreator(Tables.column(column.name(), type(column.kind())));
        if (!column.categories().isEmpty()) {
            final Set<DataCell> values =
                column.categories().stream().map(StringCell::new).collect(Collectors.toCollection(LinkedHashSet::new));
            creator.setDomain(new DataColumnDomainCreator(values).createDomain());
        }
        return creator.createSpec();
    }

    private static DataType type(final ColumnOutline.Kind kind) {
        return switch (kind) {
            case STRING, CATEGORICAL -> StringCell.TYPE;
            case INTEGER -> LongCell.TYPE;
            case REAL -> DoubleCell.TYPE;
            case BOOLEAN -> BooleanCell.TYPE;
        };
    }

    /**
     * @param frame the annotations
     * @param exec creates the table
     * @param progress told now and then
     * @return the table; RowIDs are the index, made unique
     * @throws IOException never, but what fills a table may
     */
    public static BufferedDataTable write(final Frame frame, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final var outlines =
            frame.columns().entrySet().stream().map(e -> ColumnOutline.of(e.getKey(), e.getValue())).toList();
        final var columns = List.copyOf(frame.columns().values());
        return Tables.build(spec(outlines), Tables.uniqueIds(frame.index()),
            row -> columns.stream().map(column -> cell(column, row)).toArray(DataCell[]::new), exec, progress);
    }

    /** @return the entry of the column as a cell, a missing one if it is missing */
    public static DataCell cell(final Column column, final int row) {
        if (column.isMissing(row)) {
            return DataType.getMissingCell();
        } else if (column instanceof IntegerColumn c) {
            return new LongCell(c.values()[row]);
        } else if (column instanceof RealColumn c) {
            return new DoubleCell(c.values()[row]);
        } else if (column instanceof BooleanColumn c) {
            return BooleanCellFactory.create(c.values()[row]);
        }
        return new StringCell(column.text(row));
    }
}
