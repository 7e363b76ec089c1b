package org.scelmo.embedded.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** Rows in memory and in files. */
class RowStoreTest {

    @Test
    void rowsBeyondTheBoundComeBackFromAFile() throws IOException {
        final var rows = new ArrayList<DataRow>();
        for (var i = 0; i < 50; i++) {
            rows.add(new DefaultRow("Row" + i, new StringCell("text ".repeat(i) + "\u00e4\uD83D\uDE00"),
                new DoubleCell(i / 3.0), new IntCell(-i), new LongCell(i * 1_000_000_007L),
                i % 2 == 0 ? BooleanCell.TRUE : BooleanCell.FALSE, i % 7 == 0 ? new MissingCell("why " + i)
                    : CollectionCellFactory.createListCell(List.of(new DoubleCell(i), DataType.getMissingCell())),
                CollectionCellFactory.createSetCell(List.of(new StringCell("a"), new StringCell("b")))));
        }
        try (var store = store(60, rows)) {
            assertTrue(store.isInFile());
            assertEquals(rows, list(store));
            assertEquals(rows, list(store), "a second walk");
        }
    }

    @Test
    void fewRowsStayInMemory() throws IOException {
        final List<DataRow> rows = List.of(new DefaultRow("Row0", 1, 2));
        try (var store = store(60, rows)) {
            assertFalse(store.isInFile());
            assertEquals(rows, list(store));
        }
    }

    @Test
    void stringsMayBeLongerThan64KiB() throws IOException {
        final List<DataRow> rows = List.of(new DefaultRow("Row0", "x".repeat(100_000)));
        try (var store = store(0, rows)) {
            assertEquals(rows, list(store));
        }
    }

    @Test
    void elementsOfCollectionsCount() throws IOException {
        final var cells = Collections.nCopies(100, new DoubleCell(1));
        try (var store = store(60, List.of(new DefaultRow("Row0", CollectionCellFactory.createListCell(cells))))) {
            assertTrue(store.isInFile());
        }
    }

    @Test
    void closingDeletesTheFile() throws IOException {
        final var store = store(0, List.of(new DefaultRow("Row0", 1)));
        final var file = store.file();
        assertTrue(Files.exists(file));
        store.close();
        assertFalse(Files.exists(file));
        assertThrows(IllegalStateException.class, store::iterator);
    }

    private static RowStore store(final long memory, final List<DataRow> rows) throws IOException {
        final var writer = new RowStoreWriter(memory);
        for (final var row : rows) {
            writer.add(row);
        }
        assertEquals(rows.size(), writer.size());
        return writer.finish(rows.get(0).getNumCells());
    }

    private static List<DataRow> list(final RowStore store) {
        final var rows = new ArrayList<DataRow>();
        try (var iterator = store.iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }
}
