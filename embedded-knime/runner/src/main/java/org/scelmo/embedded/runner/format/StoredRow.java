package org.scelmo.embedded.runner.format;

import org.knime.core.data.DataCell;

/**
 * A row as it lies in a file.
 *
 * @param key the RowID, {@code null} where another table holds it
 * @param cells the cells, not copied
 */
@SuppressWarnings("java:S6218")
record StoredRow(String key, DataCell[] cells) {
}
