package org.scelmo.embedded.runner.format;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/**
 * A table to write.
 *
 * @param spec its columns
 * @param rows its rows
 */
public record RowTable(DataTableSpec spec, Iterable<DataRow> rows) {
}
