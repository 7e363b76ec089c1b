package org.scelmo.nodes.io.anndatafilesummary;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page starts with.
 *
 * @param parts the rows of the table that are parts of the file
 * @param findings sentences for users
 */
record SummaryView(List<Part> parts, List<String> findings) {

    /** A row of the table; null or empty where a cell is missing. */
    record Part(String section, String name, String form, Long rows, Long columns, String type, Long entries,
        Long categories, List<String> values, List<Long> counts, Long bytes, Long memory, Double seconds) {
    }

    static SummaryView of(final ViewInput input) {
        final List<Part> parts = new ArrayList<>();
        final List<String> findings = new ArrayList<>();
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return new SummaryView(List.of(), List.of(ViewPage.EXECUTE_AGAIN));
        }
        for (final var row : (BufferedDataTable)kept[0]) {
            if (SummaryTable.FINDING.equals(text(row.getCell(0)))) {
                findings.add(text(row.getCell(1)));
            } else {
                parts.add(part(row));
            }
        }
        return new SummaryView(parts, findings);
    }

    private static Part part(final DataRow row) {
        return new Part(text(row.getCell(0)), text(row.getCell(1)), text(row.getCell(2)), number(row.getCell(3)),
            number(row.getCell(4)), text(row.getCell(5)), number(row.getCell(6)), number(row.getCell(7)),
            list(row.getCell(8)).stream().map(SummaryView::text).toList(),
            list(row.getCell(9)).stream().map(SummaryView::number).toList(), number(row.getCell(10)),
            number(row.getCell(11)), row.getCell(12).isMissing() ? null
                : ((DoubleValue)row.getCell(12)).getDoubleValue());
    }

    private static String text(final DataCell cell) {
        return cell.isMissing() ? null : cell.toString();
    }

    private static Long number(final DataCell cell) {
        return cell.isMissing() ? null : ((LongValue)cell).getLongValue();
    }

    private static List<DataCell> list(final DataCell cell) {
        final List<DataCell> cells = new ArrayList<>();
        if (!cell.isMissing()) {
            ((CollectionDataValue)cell).forEach(cells::add);
        }
        return cells;
    }
}
