package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.scelmo.core.io.hdf5.RangeReader.Piece;
import org.scelmo.core.io.rows.RowOrder;
import org.scelmo.core.matrix.CsrMatrix;

/** Makes rows of a file into rows as kernels take them for granted: in range, ascending, each column once. */
final class RowTidier {

    /** Entries that one thread looks at at a time, about. */
    private static final int PIECE = 1 << 19;

    private RowTidier() {
    }

    /** @return the block itself where nothing is to do; its arrays are changed in place otherwise */
    static CsrMatrix tidy(final MatrixNode node, final String[] rowNames, final int firstRow,
        final CsrMatrix block) throws IOException {
        if (isTidy(block)) {
            return block;
        }
        final var indices = block.indices();
        for (int row = 0; row < block.rows(); row++) {
            for (int e = block.begin(row), end = block.end(row); e < end; e++) {
                final int column = indices[e];
                if (column < 0 || column >= block.columns()) {
                    throw outside(node, firstRow + row, rowNames[firstRow + row], column);
                }
            }
        }
        return RowOrder.tidy(block);
    }

    private static boolean isTidy(final CsrMatrix block) throws IOException {
        final var untidy = new AtomicBoolean();
        final int step = (int)Math.max(1, (long)PIECE * block.rows() / Math.max(1, block.nnz()));
        final List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row < block.rows(); row += step) {
            final int from = row;
            final int to = Math.min(block.rows(), row + step);
            pieces.add(() -> {
                if (!RowOrder.isTidy(block, from, to)) {
                    untidy.set(true);
                }
            });
        }
        Together.read(pieces);
        return !untidy.get();
    }

    private static MalformedAnnDataException outside(final MatrixNode node, final int row, final String name,
        final int column) {
        return new MalformedAnnDataException(node.file().path(), node.indices().path(),
            "row %d (cell '%s') has an entry in column %d, but the columns go from 0 to %d.".formatted(row, name, column,
                node.columns() - 1),
            "Save the matrix again: its indices contradict its shape.");
    }
}
