package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.DuplicateChecker;
import org.knime.core.util.DuplicateKeyException;

/** What a container accepts, refuses and computes. */
class DataContainerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"type", "score"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    private final DataContainer m_container = new DataContainer(SPEC);

    @Test
    void refusesRowsOfAnotherLength() {
        final var e = assertThrows(IllegalArgumentException.class,
            () -> m_container.addRowToTable(new DefaultRow("Row0", new StringCell("B"))));
        assertEquals("Cell count in row \"Row0\" is not equal to length of column names array: 1 vs. 2",
            e.getMessage());
    }

    @Test
    void refusesCellsOfAnotherType() {
        final var e = assertThrows(IllegalArgumentException.class,
            () -> m_container.addRowToTable(new DefaultRow("Row0", new StringCell("B"), new StringCell("x"))));
        assertTrue(e.getMessage().startsWith("Runtime class of object \"x\" (index 1) in row \"Row0\" is String and"
            + " does not comply with its supposed superclass"), e.getMessage());
    }

    @Test
    void acceptsMissingCellsAndNarrowerTypes() {
        add("Row0", DataType.getMissingCell(), new MissingCell("why"));
        add("Row1", new StringCell("B"), new IntCell(3));
        m_container.close();
        assertEquals(2, m_container.size());
    }

    @Test
    void refusesRowIdsThatExist() {
        add("Row0", new StringCell("B"), new DoubleCell(1));
        final var e = assertThrows(DuplicateKeyException.class,
            () -> add("Row0", new StringCell("T"), new DoubleCell(2)));
        assertEquals("Encountered duplicate row ID \"Row0\"", e.getMessage());
        assertEquals("Row0", e.getKey());
    }

    @Test
    void noticesDuplicateRowIdsFarApart() {
        final var container = new DataContainer(new DataTableSpec());
        for (var i = 0; i < DuplicateChecker.MAX_CHUNK_SIZE; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new DataCell[0]));
        }
        container.addRowToTable(new DefaultRow("Row7", new DataCell[0]));
        final var e = assertThrows(DuplicateKeyException.class, container::close);
        assertEquals("Encountered duplicate row ID \"Row7\"", e.getMessage());
    }

    @Test
    void boundsAndPossibleValuesBecomeTheDomain() {
        add("Row0", new StringCell("T"), new DoubleCell(2));
        add("Row1", new StringCell("B"), new DoubleCell(-1));
        add("Row2", new StringCell("T"), new DoubleCell(Double.NaN));
        add("Row3", DataType.getMissingCell(), DataType.getMissingCell());
        m_container.close();
        final var spec = m_container.getTableSpec();
        assertEquals(new LinkedHashSet<>(List.of(new StringCell("T"), new StringCell("B"))),
            spec.getColumnSpec(0).getDomain().getValues());
        final var score = spec.getColumnSpec(1).getDomain();
        assertEquals(new DoubleCell(-1), score.getLowerBound());
        assertEquals(new DoubleCell(2), score.getUpperBound());
        assertFalse(score.hasValues());
    }

    @Test
    void moreThanSixtyPossibleValuesAreNotKept() {
        for (var i = 0; i < 60; i++) {
            add("Row" + i, new StringCell("type" + i), new DoubleCell(i));
        }
        assertEquals(60, m_container.getTableSpec().getColumnSpec(0).getDomain().getValues().size());
        add("last", new StringCell("one more"), new DoubleCell(0));
        assertNull(m_container.getTableSpec().getColumnSpec(0).getDomain().getValues());
    }

    @Test
    void theGivenDomainCountsOnlyIfAskedFor() {
        final var creator = new DataColumnSpecCreator("score", DoubleCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(new DoubleCell(-5), new DoubleCell(5)).createDomain());
        final var spec = new DataTableSpec(creator.createSpec());
        for (final var initialized : List.of(true, false)) {
            final var container = new DataContainer(spec, initialized);
            container.addRowToTable(new DefaultRow("Row0", 1.0));
            container.close();
            assertEquals(new DoubleCell(initialized ? -5 : 1),
                container.getTableSpec().getColumnSpec(0).getDomain().getLowerBound());
        }
    }

    @Test
    void closedContainersTakeNoRowsAndOpenOnesGiveNoTable() {
        assertTrue(m_container.isOpen());
        assertThrows(IllegalStateException.class, m_container::getTable);
        m_container.close();
        m_container.close();
        assertTrue(m_container.isClosed());
        assertThrows(IllegalStateException.class, () -> add("Row0", new StringCell("B"), new DoubleCell(1)));
        assertFalse(m_container.getTable().iterator().hasNext());
    }

    private void add(final String key, final DataCell... cells) {
        m_container.addRowToTable(new DefaultRow(key, cells));
    }
}
