package org.scelmo.nodes.io.addcellannotations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.nodes.support.Tables;

/** Which cells got which row, as a table. */
final class JoinReport {

    static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Cell", StringCell.TYPE),
        Tables.column("Row", StringCell.TYPE), Tables.column("Status", StringCell.TYPE));

    private JoinReport() {
    }

    /** Cells come first, in their order, then the rows that were not used. */
    static BufferedDataTable write(final String[] cells, final CellJoin join, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final List<DataCell[]> rest = new ArrayList<>();
        join.rowsWithoutCell().forEach(row -> rest.add(row(null, row, "no cell")));
        join.repeatedRows().forEach(row -> rest.add(row(null, row, "repeated row")));
        final var ids = new ArrayList<String>(cells.length + rest.size());
        ids.addAll(List.of(cells));
        join.rowsWithoutCell().forEach(row -> ids.add("Row " + row));
        join.repeatedRows().forEach(row -> ids.add("Row " + row));
        return Tables.build(SPEC, Tables.uniqueIds(ids.toArray(String[]::new)), i -> {
            if (i >= cells.length) {
                return rest.get(i - cells.length);
            }
            final var row = join.rowOfCell()[i];
            return row(cells[i], row, row == null ? "no row" : "annotated");
        }, exec, progress);
    }

    private static DataCell[] row(final String cell, final String row, final String status) {
        return new DataCell[]{text(cell), text(row), new StringCell(status)};
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }
}
