package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.util.function.Consumer;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;

/** A table in a workflow folder; its rows are read when asked for. */
public final class StoredTable {

    private final DataTableSpec m_spec;

    private final long m_size;

    private final Opener m_opener;

    StoredTable(final DataTableSpec spec, final long size, final Opener opener) {
        m_spec = spec;
        m_size = size;
        m_opener = opener;
    }

    /** Starts a pass over the rows. */
    @FunctionalInterface
    interface Opener {
        RowSource open() throws IOException;
    }

    /** @return the columns with their saved domains */
    public DataTableSpec spec() {
        return m_spec;
    }

    /** @return the number of rows */
    public long size() {
        return m_size;
    }

    RowSource open() throws IOException {
        return m_opener.open();
    }

    /**
     * Reads all rows.
     *
     * @param consumer takes each row
     * @throws IOException if a file is missing or damaged
     */
    public void forEachRow(final Consumer<DataRow> consumer) throws IOException {
        try (var rows = open()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                consumer.accept(new DefaultRow(row.key(), row.cells()));
            }
        }
    }
}
