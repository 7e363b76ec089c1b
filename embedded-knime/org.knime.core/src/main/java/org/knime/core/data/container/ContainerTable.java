package org.knime.core.data.container;

import org.knime.core.node.BufferedDataTable;

/** A table made by a container. */
public interface ContainerTable extends CloseableTable, BufferedDataTable.KnowsRowCountTable {

    int getTableId();

    @Override
    default void close() {
        clear();
    }
}
