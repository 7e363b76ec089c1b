package org.scelmo.nodes.io.anndatafilesummary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.io.overview.FileOverview;
import org.scelmo.core.io.overview.OverviewEntry;
import org.scelmo.nodes.support.Tables;

/** The overview of a file as a table: a row per part, then a row per finding. */
final class SummaryTable {

    /** Section of the rows whose name is a sentence for users. */
    static final String FINDING = "Finding";

    static final DataTableSpec SPEC = new DataTableSpec( //
        Tables.column("Section", StringCell.TYPE), Tables.column("Name", StringCell.TYPE),
        Tables.column("Form", StringCell.TYPE), Tables.column("Rows", LongCell.TYPE),
        Tables.column("Columns", LongCell.TYPE), Tables.column("Type", StringCell.TYPE),
        Tables.column("Stored values", LongCell.TYPE), Tables.column("Categories", LongCell.TYPE),
        Tables.column("Frequent values", ListCell.getCollectionType(StringCell.TYPE)),
        Tables.column("Cells with each", ListCell.getCollectionType(LongCell.TYPE)),
        Tables.column("Bytes on disk", LongCell.TYPE), Tables.column("Bytes in memory", LongCell.TYPE),
        Tables.column("Import time (s)", DoubleCell.TYPE));

    private SummaryTable() {
    }

    static BufferedDataTable of(final FileOverview overview, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final List<DataCell[]> rows = new ArrayList<>();
        overview.entries().forEach(entry -> rows.add(cells(entry)));
        overview.findings().forEach(finding -> rows.add(cells(finding)));
        final var ids = new String[rows.size()];
        Arrays.setAll(ids, i -> "Row" + i);
        return Tables.build(SPEC, ids, rows::get, exec, progress);
    }

    private static DataCell[] cells(final OverviewEntry entry) {
        return new DataCell[]{text(entry.section().title()), text(entry.name()), text(entry.form()),
            number(entry.rows()), number(entry.columns()), text(entry.type()), number(entry.entries()),
            number(entry.categories()), list(entry.values().stream().map(SummaryTable::text).toList()),
            list(entry.counts().stream().map(SummaryTable::number).toList()), number(entry.bytes()),
            number(entry.memory()),
            entry.seconds() == null ? DataType.getMissingCell() : new DoubleCell(entry.seconds())};
    }

    private static DataCell[] cells(final String finding) {
        final var cells = new DataCell[SPEC.getNumColumns()];
        Arrays.fill(cells, DataType.getMissingCell());
        cells[0] = new StringCell(FINDING);
        cells[1] = new StringCell(finding);
        return cells;
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }

    private static DataCell number(final Long number) {
        return number == null ? DataType.getMissingCell() : new LongCell(number);
    }

    private static DataCell list(final List<DataCell> cells) {
        return cells.isEmpty() ? DataType.getMissingCell() : CollectionCellFactory.createListCell(cells);
    }
}
