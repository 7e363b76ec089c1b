package org.scelmo.core.io.h5ad.write;

import java.io.IOException;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.io.hdf5.write.DatasetWriter;
import org.scelmo.core.io.hdf5.write.ElementKind;
import org.scelmo.core.io.hdf5.write.GroupWriter;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Streams matrices, block by block. */
final class MatrixWriter {

    private static final int BLOCK_ROWS = 4_096;
    private static final int DENSE_BYTES = 1 << 20;

    private MatrixWriter() {
    }

    static void sparse(final GroupWriter parent, final String name, final RowBlocks rows, final Progress progress)
        throws IOException {
        final boolean small = rows.nnz() >= 0 && rows.nnz() <= Integer.MAX_VALUE;
        try (var group = Encoding.group(parent, name, "csr_matrix", "0.1.0")) {
            group.attribute("shape", new long[]{rows.rows(), rows.columns()});
            try (var data = group.list("data", ElementKind.FLOAT32);
                    var indices = group.list("indices", ElementKind.INT32);
                    var offsets = group.list("indptr", small ? ElementKind.INT32 : ElementKind.INT64);
                    var cursor = rows.open()) {
                offsets.putInteger(0);
                long entries = 0;
                for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                    progress.checkCanceled();
                    put(block, data, indices, offsets, entries);
                    entries += block.nnz();
                    progress.update(cursor.position() / (double)rows.rows(), () -> told(name, cursor, rows.rows()));
                }
            }
        }
    }

    private static void put(final CsrMatrix block, final DatasetWriter data, final DatasetWriter indices,
        final DatasetWriter offsets, final long before) throws IOException {
        final int entries = (int)block.nnz();
        data.putFloats(block.values(), 0, entries);
        indices.putInts(block.indices(), 0, entries);
        for (int i = 1; i <= block.rows(); i++) {
            offsets.putInteger(before + block.offsets()[i]);
        }
    }

    private static String told(final String name, final RowBlocks.Cursor cursor, final long rows) {
        return String.format(Locale.ROOT, "Writing %s: cell %,d of %,d", name, cursor.position(), rows);
    }

    static void dense(final GroupWriter parent, final String name, final DenseMatrix matrix, final Progress progress)
        throws IOException {
        final int columns = matrix.columns();
        final int atOnce = Math.max(1, DENSE_BYTES / Float.BYTES / Math.max(1, columns));
        try (var data = Encoding.table(parent, name, ElementKind.FLOAT32, matrix.rows(), columns)) {
            for (long row = 0; row < matrix.rows() && columns > 0; row += atOnce) {
                progress.checkCanceled();
                final var block = matrix.copy(row, (int)Math.min(atOnce, matrix.rows() - row));
                for (final var values : block) {
                    data.putFloats(values, 0, columns);
                }
                progress.update(row / (double)matrix.rows(), () -> "Writing " + name);
            }
        }
    }
}
