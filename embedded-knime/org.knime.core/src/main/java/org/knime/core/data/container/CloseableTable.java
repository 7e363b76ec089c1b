package org.knime.core.data.container;

import org.knime.core.data.DataTable;

/** A table that can be given up. */
public interface CloseableTable extends DataTable, AutoCloseable {

    @Override
    default void close() {
        // nothing to do
    }
}
