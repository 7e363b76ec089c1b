package org.knime.core.data.container;

import java.io.IOException;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.util.DuplicateChecker;
import org.knime.core.util.DuplicateKeyException;
import org.scelmo.embedded.core.table.RowStoreWriter;

/** What a container does: checks rows, notices duplicate ids, follows the domain, stores. */
final class TableWriter {

    private static final int SHOWN_CELL = 30;

    private final DataTableSpec m_spec;

    private final DomainTracker m_domain;

    private final DuplicateChecker m_keys;

    private final RowStoreWriter m_rows = new RowStoreWriter();

    private StoredTable m_table;

    TableWriter(final DataTableSpec spec, final DataContainerSettings settings) {
        m_spec = spec;
        m_domain = new DomainTracker(spec, settings);
        m_keys = settings.isCheckDuplicateRowKeys() ? new DuplicateChecker() : null;
    }

    void add(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row: container has been closed.");
        }
        check(row);
        try {
            if (m_keys != null) {
                m_keys.addKey(row.getKey().getString());
            }
            m_rows.add(row);
        } catch (final DuplicateKeyException e) {
            throw duplicate(e);
        } catch (final IOException e) {
            throw new DataContainerException("Row \"" + row.getKey() + "\" could not be stored: " + e.getMessage(), e);
        }
        m_domain.update(row);
    }

    private void check(final DataRow row) {
        if (row.getNumCells() != m_spec.getNumColumns()) {
            throw new IllegalArgumentException("Cell count in row \"" + row.getKey()
                + "\" is not equal to length of column names array: " + row.getNumCells() + " vs. "
                + m_spec.getNumColumns());
        }
        for (var c = 0; c < row.getNumCells(); c++) {
            final var cell = row.getCell(c);
            final var expected = m_spec.getColumnSpec(c).getType();
            if (!expected.isASuperTypeOf(cell.getType())) {
                final var text = cell.toString();
                throw new IllegalArgumentException("Runtime class of object \""
                    + (text.length() > SHOWN_CELL ? text.substring(0, SHOWN_CELL) + "..." : text) + "\" (index " + c
                    + ") in row \"" + row.getKey() + "\" is " + cell.getType()
                    + " and does not comply with its supposed superclass " + expected);
            }
        }
    }

    private static DuplicateKeyException duplicate(final DuplicateKeyException e) {
        return new DuplicateKeyException("Encountered duplicate row ID \"" + e.getKey() + "\"", e.getKey());
    }

    boolean isClosed() {
        return m_table != null;
    }

    void close() {
        if (isClosed()) {
            return;
        }
        try {
            if (m_keys != null) {
                m_keys.checkForDuplicates();
                m_keys.clear();
            }
            m_table = new StoredTable(m_domain.createSpec(), m_rows.finish(m_spec.getNumColumns()));
        } catch (final DuplicateKeyException e) {
            throw duplicate(e);
        } catch (final IOException e) {
            throw new DataContainerException("The table could not be stored: " + e.getMessage(), e);
        }
    }

    long size() {
        return m_rows.size();
    }

    DataTableSpec spec() {
        return isClosed() ? m_table.getDataTableSpec() : m_domain.createSpec();
    }

    StoredTable table() {
        if (!isClosed()) {
            throw new IllegalStateException(
                "Cannot get table: container is not closed yet. Call close() after the last row.");
        }
        return m_table;
    }
}
