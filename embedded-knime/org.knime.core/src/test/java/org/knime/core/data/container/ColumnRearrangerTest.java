package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.scelmo.embedded.core.Tables;

/** Columns kept, moved, removed and computed. */
class ColumnRearrangerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a", "b", "c"},
        new DataType[]{IntCell.TYPE, IntCell.TYPE, IntCell.TYPE});

    private static final BufferedDataTable TABLE = Tables.of(SPEC, row(1, 2, 3), row(4, 5, 6));

    private final ColumnRearranger m_rearranger = new ColumnRearranger(SPEC);

    @Test
    void appendsAndReplaces() throws CanceledExecutionException {
        m_rearranger.append(sum("sum"));
        m_rearranger.replace(sum("b2"), "b");
        m_rearranger.remove("a");
        final var result = run();
        assertArrayEquals(new String[]{"b2", "c", "sum"}, result.getDataTableSpec().getColumnNames());
        assertEquals(List.of(new DefaultRow("Row0", 6, 3, 6), new DefaultRow("Row1", 15, 6, 15)), rows(result));
    }

    @Test
    void movesAndKeeps() throws CanceledExecutionException {
        m_rearranger.move("c", 0);
        assertEquals(0, m_rearranger.indexOf("c"));
        m_rearranger.move(0, 3);
        assertEquals(2, m_rearranger.indexOf("c"));
        m_rearranger.keepOnly("c", "a");
        assertEquals(List.of(new DefaultRow("Row0", 1, 3), new DefaultRow("Row1", 4, 6)), rows(run()));
    }

    @Test
    void refusesUnknownColumnsAndOtherTables() {
        assertThrows(IllegalArgumentException.class, () -> m_rearranger.remove("x"));
        assertThrows(IndexOutOfBoundsException.class, () -> m_rearranger.replace(sum("s"), 0, 1));
        final var other = Tables.of(new DataTableSpec());
        final var context = Tables.context();
        assertThrows(IllegalArgumentException.class,
            () -> context.createColumnRearrangeTable(other, m_rearranger, context));
    }

    private static CellFactory sum(final String name) {
        return new SingleCellFactory(new DataColumnSpecCreator(name, IntCell.TYPE).createSpec()) {
            @Override
            public DataCell getCell(final DataRow row) {
                return new IntCell(row.stream().mapToInt(c -> ((IntValue)c).getIntValue()).sum());
            }
        };
    }

    private BufferedDataTable run() throws CanceledExecutionException {
        final var context = Tables.context();
        return context.createColumnRearrangeTable(TABLE, m_rearranger, context);
    }

    private static List<DataRow> rows(final BufferedDataTable table) {
        final var rows = new ArrayList<DataRow>();
        table.forEach(rows::add);
        return rows;
    }

    private static DataCell[] row(final int... values) {
        return IntStream.of(values).mapToObj(IntCell::new).toArray(DataCell[]::new);
    }
}
