package org.scelmo.benchmarks;

import java.util.Random;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Any number of cells at a given density, of which only some are made and then repeated: a stream that costs nothing, so
 * that the work on it is measured alone.
 */
final class SyntheticCells implements RowBlocks {

    private static final int DISTINCT = 4;
    private static final int BLOCK_ROWS = 512;

    private final long m_rows;
    private final int m_columns;
    private final CsrMatrix[] m_blocks = new CsrMatrix[DISTINCT];

    SyntheticCells(final long rows, final int columns, final double density) {
        m_rows = rows;
        m_columns = columns;
        final var random = new Random(1);
        for (int b = 0; b < DISTINCT; b++) {
            m_blocks[b] = block(random, BLOCK_ROWS, columns, density);
        }
    }

    /** Returns rows with exactly columns × density entries each. */
    static CsrMatrix block(final Random random, final int rows, final int columns, final double density) {
        final int perRow = (int)(columns * density);
        final var offsets = new long[rows + 1];
        final var indices = new int[rows * perRow];
        final var values = new float[rows * perRow];
        int n = 0;
        for (int i = 0; i < rows; i++) {
            // of the columns left, take each with the probability that makes the number come out right
            int wanted = perRow;
            for (int c = 0; c < columns; c++) {
                if (random.nextInt(columns - c) < wanted) {
                    indices[n] = c;
                    values[n++] = 0.5f + random.nextFloat();
                    wanted--;
                }
            }
            offsets[i + 1] = n;
        }
        return CsrMatrix.wrap(rows, columns, offsets, indices, values);
    }

    /** Returns vectors with elements between −0.5 and 0.5. */
    static float[][] vectors(final int count, final int dimensions, final long seed) {
        final var random = new Random(seed);
        final var vectors = new float[count][dimensions];
        for (final var vector : vectors) {
            for (int j = 0; j < dimensions; j++) {
                vector[j] = random.nextFloat() - 0.5f;
            }
        }
        return vectors;
    }

    @Override
    public long rows() {
        return m_rows;
    }

    @Override
    public int columns() {
        return m_columns;
    }

    @Override
    public long nnz() {
        return m_rows * m_blocks[0].end(0);
    }

    @Override
    public Cursor open(final long firstRow) {
        return new Cursor() {
            private long m_next = firstRow;

            @Override
            public CsrMatrix next(final int maxRows) {
                if (m_next >= m_rows) {
                    return null;
                }
                final int count = (int)Math.min(Math.min(maxRows, BLOCK_ROWS), m_rows - m_next);
                final var block = m_blocks[(int)(m_next / BLOCK_ROWS % DISTINCT)];
                m_next += count;
                return CsrMatrix.wrap(count, m_columns, block.offsets(), block.indices(), block.values());
            }

            @Override
            public long position() {
                return m_next;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
