package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A matrix that is watched while it streams: the first NaN or infinity ends it with a {@link NonFiniteValueException}
 * that names the cell and the gene.
 *
 * @param matrix the matrix
 * @param name of the matrix in the message
 * @param obs the cells
 * @param var the genes
 */
public record FiniteCheck(RowBlocks matrix, String name, Frame obs, Frame var) implements RowBlocks {

    /** @return the same data, X watched */
    public static AnnData ofX(final AnnData data) {
        return data.x().map(x -> data.withX(new FiniteCheck(x, "X", data.obs(), data.var()))).orElse(data);
    }

    @Override
    public long rows() {
        return matrix.rows();
    }

    @Override
    public int columns() {
        return matrix.columns();
    }

    @Override
    public long nnz() {
        return matrix.nnz();
    }

    @Override
    public Cursor open(final long firstRow) throws IOException {
        final var cursor = matrix.open(firstRow);
        return new Cursor() {
            @Override
            public CsrMatrix next(final int maxRows) throws IOException {
                final long first = cursor.position();
                final var block = cursor.next(maxRows);
                if (block != null) {
                    check(block, first);
                }
                return block;
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

    private void check(final CsrMatrix block, final long firstRow) {
        final var values = block.values();
        for (int row = 0; row < block.rows(); row++) {
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                if (!Float.isFinite(values[e])) {
                    throw new NonFiniteValueException(name, values[e], obs.index()[(int)firstRow + row],
                        var.index()[block.indices()[e]]);
                }
            }
        }
    }
}
