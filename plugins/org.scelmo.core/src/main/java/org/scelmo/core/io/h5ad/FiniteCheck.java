package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.Optional;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Watches X for NaN and infinities while it streams by on its way elsewhere, so that a user hears of them when the file
 * is read and not only when a later step refuses them.
 */
public final class FiniteCheck {

    private final AnnData m_data;
    private long m_count;
    private String m_first;

    /** @param data whose X is watched, if it has one */
    public FiniteCheck(final AnnData data) {
        m_data = data;
    }

    /** @return the same data, X watched; stream it once */
    public AnnData data() {
        return m_data.x().map(x -> m_data.withX(new Watched(x))).orElse(m_data);
    }

    /** @return a sentence with the first cell and gene that hold such a value; empty if none was seen */
    public synchronized Optional<String> finding() {
        return m_count == 0 ? Optional.empty() : Optional.of(
            (m_count == 1 ? "X holds a value that is not a finite number: %s."
                : "X holds %2$,d values that are not finite numbers. The first is %1$s.").formatted(m_first, m_count));
    }

    private synchronized void look(final CsrMatrix block, final long firstRow) {
        final var values = block.values();
        for (int row = 0; row < block.rows(); row++) {
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                if (!Float.isFinite(values[e]) && m_count++ == 0) {
                    m_first = "%s in cell '%s', gene '%s'".formatted(values[e],
                        m_data.obs().index()[(int)firstRow + row], m_data.var().index()[block.indices()[e]]);
                }
            }
        }
    }

    private final class Watched implements RowBlocks {

        private final RowBlocks m_matrix;

        Watched(final RowBlocks matrix) {
            m_matrix = matrix;
        }

        @Override
        public long rows() {
            return m_matrix.rows();
        }

        @Override
        public int columns() {
            return m_matrix.columns();
        }

        @Override
        public long nnz() {
            return m_matrix.nnz();
        }

        @Override
        public Cursor open(final long firstRow) throws IOException {
            final var cursor = m_matrix.open(firstRow);
            return new Cursor() {
                @Override
                public CsrMatrix next(final int maxRows) throws IOException {
                    final long first = cursor.position();
                    final var block = cursor.next(maxRows);
                    if (block != null) {
                        look(block, first);
                    }
                    return block;
                }

                @Override
                public void recycle(final CsrMatrix block) {
                    cursor.recycle(block);
                }

                @Override
                public long position() {
                    return cursor.position();
                }

                @Override
                public void close() throws IOException {
                    cursor.close();
                }
            };
        }
    }
}
