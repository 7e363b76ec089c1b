package org.scelmo.embedded.runner.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.runner.format.RowTable;
import org.scelmo.embedded.runner.format.TableFolder;
import org.scelmo.embedded.runner.format.TableIndex;

/** Writes the tables of one node; the same table at a second place is written as a reference. */
final class NodeTables {

    private final TableIndex m_index;

    private final Map<BufferedDataTable, Integer> m_written = new IdentityHashMap<>();

    NodeTables(final TableIndex index) {
        m_index = index;
    }

    void save(final BufferedDataTable table, final Path folder) throws IOException {
        final var known = m_written.get(table);
        if (known != null) {
            TableFolder.writeReference(folder, table.getDataTableSpec(), known);
        } else {
            final var id = m_index.newId();
            TableFolder.write(folder, new RowTable(table.getDataTableSpec(), table), id);
            m_written.put(table, id);
        }
    }
}
