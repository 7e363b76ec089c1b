package org.scelmo.nodes.io.addcellannotations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.nodes.io.addcellannotations.AddCellAnnotationsParameters.CellsWithoutRow;
import org.scelmo.nodes.io.addcellannotations.AddCellAnnotationsParameters.DuplicateRows;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.Warnings;

/** Finds the cells of each row of a table by their name; cells of the same name all get the row. */
final class CellJoin {

    private static final int ROWS_PER_REPORT = 256;

    private static final int NONE = -1;

    private final String[] m_cells;

    /** The first cell of each name. */
    private final Map<String, Integer> m_first;

    /** For each cell the next one of the same name. */
    private final int[] m_next;

    /** The RowID that each cell got. */
    private final String[] m_rows;

    private final List<String> m_sharedNames = new ArrayList<>();

    private final List<String> m_rowsWithoutCell = new ArrayList<>();

    private final List<String> m_repeatedRows = new ArrayList<>();

    /** @param cells names of the cells */
    CellJoin(final String[] cells) {
        m_cells = cells;
        m_rows = new String[cells.length];
        m_next = new int[cells.length];
        m_first = new HashMap<>(2 * cells.length);
        for (int i = cells.length - 1; i >= 0; i--) {
            final var other = m_first.put(cells[i], i);
            m_next[i] = other == null ? NONE : other;
            if (other != null && m_next[other] == NONE) {
                m_sharedNames.add(cells[i]);
            }
        }
    }

    /** Takes a row of the table that belongs to a cell. */
    @FunctionalInterface
    interface Target {
        void set(int cell, DataRow row);
    }

    /** Reads the table once. */
    void read(final BufferedDataTable table, final RowNames names, final DuplicateRows duplicates,
        final Target target, final Progress progress) {
        long done = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                if (done++ % ROWS_PER_REPORT == 0) {
                    progress.checkCanceled();
                    progress.update((double)done / table.size(), () -> "Reading annotations");
                }
                final var row = rows.next();
                final var id = row.getKey().getString();
                final var first = m_first.get(names.of(row));
                if (first == null) {
                    m_rowsWithoutCell.add(id);
                } else if (m_rows[first] == null) {
                    for (int cell = first; cell != NONE; cell = m_next[cell]) {
                        m_rows[cell] = id;
                        target.set(cell, row);
                    }
                } else if (duplicates == DuplicateRows.FAIL) {
                    throw new ScelmoException("The rows '%s' and '%s' both name the cell '%s'."
                        .formatted(m_rows[first], id, m_cells[first]), "Remove duplicates before this node.",
                        "Set 'Duplicate rows' to keep first in the dialog.");
                } else {
                    m_repeatedRows.add(id);
                }
            }
        }
    }

    /** @return the RowID that each cell got, null where none did */
    String[] rowOfCell() {
        return m_rows;
    }

    /** @return RowIDs of rows that name no cell */
    List<String> rowsWithoutCell() {
        return m_rowsWithoutCell;
    }

    /** @return RowIDs of rows whose name came before */
    List<String> repeatedRows() {
        return m_repeatedRows;
    }

    private List<String> cellsWithoutRow() {
        final var cells = new ArrayList<String>();
        for (int i = 0; i < m_cells.length; i++) {
            if (m_rows[i] == null) {
                cells.add(m_cells[i]);
            }
        }
        return cells;
    }

    /** To be called once the table was read. */
    void check(final CellsWithoutRow withoutRow, final boolean hasVectors, final Warnings warnings) {
        final var missing = cellsWithoutRow();
        if (m_cells.length > 0 && missing.size() == m_cells.length) {
            throw new ScelmoException("None of the %,d cells (%s) has a row in the table%s.".formatted(m_cells.length,
                Warnings.examples(Arrays.asList(m_cells)), m_rowsWithoutCell.isEmpty() ? ""
                    : ", whose RowIDs are " + Warnings.examples(m_rowsWithoutCell)),
                "Choose the column with the names of cells in the dialog.",
                "Compare the names: barcodes may have a suffix, such as -1, in one of the two only.");
        }
        if (!missing.isEmpty() && (hasVectors || withoutRow == CellsWithoutRow.FAIL)) {
            throw new ScelmoException("%,d of %,d cells have no row in the table: %s.".formatted(missing.size(),
                m_cells.length, Warnings.examples(missing)), hasVectors
                    ? "Do not choose columns of lists: an embedding must have a vector for each cell."
                    : "Set 'Cells without row' to missing values in the dialog.",
                "Remove these cells before this node.");
        }
        warn(missing, "%,d of %,d cells have no row in the table, and no values: %s.", m_cells.length, warnings);
        warn(m_rowsWithoutCell, "%,d rows name none of the %,d cells: %s.", m_cells.length, warnings);
        if (!m_repeatedRows.isEmpty()) {
            warnings.add("%,d rows were left out because an earlier row names the same cell: %s.",
                m_repeatedRows.size(), Warnings.examples(m_repeatedRows));
        }
        if (!m_sharedNames.isEmpty()) {
            warnings.add("%,d names belong to several cells, which all got the same row: %s.", m_sharedNames.size(),
                Warnings.examples(m_sharedNames));
        }
    }

    private static void warn(final List<String> names, final String text, final int cells, final Warnings warnings) {
        if (!names.isEmpty()) {
            warnings.add(text, names.size(), cells, Warnings.examples(names));
        }
    }
}
