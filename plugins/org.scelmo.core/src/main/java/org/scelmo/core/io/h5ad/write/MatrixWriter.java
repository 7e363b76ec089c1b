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
    /** What counting takes of the whole progress. */
    private static final double COUNTING = 0.3;
    private static final int DENSE_BYTES = 1 << 20;

    private MatrixWriter() {
    }

    /**
     * Indices are as wide as offsets, as SciPy demands for some operations: both int64 from 2<sup>31</sup> entries on.
     * If the number is not known before, and may be as large, entries are counted first.
     */
    static void sparse(final GroupWriter parent, final String name, final RowBlocks rows, final Progress progress)
        throws IOException {
        sparse(parent, name, rows, Integer.MAX_VALUE, progress);
    }

    /** @param most entries that int32 is used for */
    static void sparse(final GroupWriter parent, final String name, final RowBlocks rows, final long most,
        final Progress progress) throws IOException {
        final boolean mustCount = rows.nnz() < 0 && rows.rows() * rows.columns() > most;
        final long entries = mustCount ? count(rows, name, progress.part(0, COUNTING)) : rows.nnz();
        final var kind = entries > most ? ElementKind.INT64 : ElementKind.INT32;
        write(parent, name, rows, kind, mustCount ? progress.part(COUNTING, 1) : progress);
    }

    private static long count(final RowBlocks rows, final String name, final Progress progress) throws IOException {
        long entries = 0;
        try (var cursor = rows.open()) {
            for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                progress.checkCanceled();
                entries += block.nnz();
                cursor.recycle(block);
                progress.update(cursor.position() / (double)rows.rows(), () -> "Counting entries of " + name);
            }
        }
        return entries;
    }

    private static void write(final GroupWriter parent, final String name, final RowBlocks rows,
        final ElementKind indexKind, final Progress progress) throws IOException {
        final var offsets = new long[Math.toIntExact(rows.rows() + 1)];
        try (var group = Encoding.group(parent, name, "csr_matrix", "0.1.0")) {
            group.attribute("shape", new long[]{rows.rows(), rows.columns()});
            try (var data = group.list("data", ElementKind.FLOAT32);
                    var indices = group.list("indices", indexKind);
                    var cursor = rows.open()) {
                int row = 0;
                for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                    progress.checkCanceled();
                    data.putFloats(block.values(), 0, (int)block.nnz());
                    putIndices(block, indices, indexKind);
                    for (int i = 1; i <= block.rows(); i++) {
                        offsets[row + i] = offsets[row] + block.offsets()[i];
                    }
                    row += block.rows();
                    cursor.recycle(block);
                    progress.update(cursor.position() / (double)rows.rows(), () -> told(name, cursor, rows.rows()));
                }
            }
            putOffsets(group, offsets, indexKind);
        }
    }

    private static void putIndices(final CsrMatrix block, final DatasetWriter indices, final ElementKind kind)
        throws IOException {
        final int entries = (int)block.nnz();
        if (kind == ElementKind.INT32) {
            indices.putInts(block.indices(), 0, entries);
        } else {
            for (int e = 0; e < entries; e++) {
                indices.putInteger(block.indices()[e]);
            }
        }
    }

    private static void putOffsets(final GroupWriter group, final long[] offsets, final ElementKind kind)
        throws IOException {
        try (var data = group.list("indptr", kind)) {
            for (final var offset : offsets) {
                data.putInteger(offset);
            }
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

    static void computed(final GroupWriter parent, final String name, final ComputedRows computed, final long rows,
        final Progress progress) throws IOException {
        final int columns = computed.columns();
        try (var data = Encoding.table(parent, name, ElementKind.FLOAT32, rows, columns)) {
            computed.computation().writeTo((block, count) -> {
                for (int i = 0; i < count; i++) {
                    data.putFloats(block[i], 0, columns);
                }
            }, progress);
        }
    }
}
