package org.scelmo.nodes.io.tabletoanndata;

import java.util.Arrays;

import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Number columns of a table as expression, read block by block: a block is all that is in memory. */
final class TableExpression implements RowBlocks {

    /** Numbers of a block, zeros included; 8 bytes each if none is zero. */
    private static final int BLOCK = 1 << 20;

    private final BufferedDataTable m_table;

    private final int[] m_columns;

    private final boolean m_missingIsZero;

    private long m_missing;

    /**
     * @param table the table
     * @param columns positions of the number columns
     * @param missingIsZero whether what is missing or NaN counts as 0; otherwise it is refused
     */
    TableExpression(final BufferedDataTable table, final int[] columns, final boolean missingIsZero) {
        m_table = table;
        m_columns = columns;
        m_missingIsZero = missingIsZero;
    }

    /** @return how many values the last cursor met that are missing or NaN */
    long missing() {
        return m_missing;
    }

    @Override
    public long rows() {
        return m_table.size();
    }

    @Override
    public int columns() {
        return m_columns.length;
    }

    @Override
    public long nnz() {
        return -1;
    }

    @Override
    public Cursor open(final long firstRow) {
        final var rows = m_table.iterator();
        for (long i = 0; i < firstRow && rows.hasNext(); i++) {
            rows.next();
        }
        m_missing = 0;
        return new TableCursor(rows, firstRow);
    }

    private final class TableCursor implements Cursor {

        private final CloseableRowIterator m_rows;

        private long m_position;

        private int[] m_indices = new int[1024];

        private float[] m_values = new float[1024];

        TableCursor(final CloseableRowIterator rows, final long position) {
            m_rows = rows;
            m_position = position;
        }

        @Override
        public CsrMatrix next(final int maxRows) {
            if (!m_rows.hasNext()) {
                return null;
            }
            final int most = Math.max(1, Math.min(maxRows, BLOCK / Math.max(1, m_columns.length)));
            final var offsets = new long[most + 1];
            int count = 0;
            int rows = 0;
            while (rows < most && m_rows.hasNext()) {
                count = read(m_rows.next(), count);
                offsets[++rows] = count;
            }
            m_position += rows;
            return CsrMatrix.wrap(rows, m_columns.length, offsets, Arrays.copyOf(m_indices, count),
                Arrays.copyOf(m_values, count));
        }

        private int read(final DataRow row, final int first) {
            int count = first;
            if (m_values.length - count < m_columns.length) {
                final int length = count + Math.max(count, m_columns.length);
                m_indices = Arrays.copyOf(m_indices, length);
                m_values = Arrays.copyOf(m_values, length);
            }
            for (int j = 0; j < m_columns.length; j++) {
                final float value = value(row, m_columns[j]);
                if (value != 0) {
                    m_indices[count] = j;
                    m_values[count++] = value;
                }
            }
            return count;
        }

        private float value(final DataRow row, final int column) {
            final var cell = row.getCell(column);
            final double value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
            if (Double.isNaN(value)) {
                if (!m_missingIsZero) {
                    throw refused(row, column, cell.isMissing() ? "has no value" : "holds NaN",
                        "Set 'Missing expression' to zero in the dialog.");
                }
                m_missing++;
                return 0;
            }
            if (!Float.isFinite((float)value)) {
                throw refused(row, column, "holds " + value + ", which is beyond 32-bit numbers,",
                    "Scale or remove the column before this node.");
            }
            return (float)value;
        }

        private ScelmoException refused(final DataRow row, final int column, final String problem,
            final String resolution) {
            return new ScelmoException("Row '%s' %s in column '%s'.".formatted(row.getKey().getString(), problem,
                m_table.getDataTableSpec().getColumnSpec(column).getName()), resolution,
                "Replace such values before this node, for example with Missing Value.",
                "Remove the column from the genes in the dialog.");
        }

        @Override
        public long position() {
            return m_position;
        }

        @Override
        public void close() {
            m_rows.close();
        }
    }
}
