package org.scelmo.core.matrix;

/**
 * Sparse × dense: {@code out += A · B} with A in compressed sparse rows and the rows of B as separate arrays.
 *
 * <p>B is far larger than the caches and A's entries hit its rows at random, so the work goes through B in blocks of
 * {@value #BLOCK} rows that stay in the second-level cache (786 kB at 1,536 columns) while all rows of A pass by.
 * Each row of A is summed in the order of its entries, one rounding per entry: the result does not depend on the
 * blocks, nor on which other rows are in A.
 */
public final class SparseDenseProduct {

    private static final int BLOCK = 128;

    private SparseDenseProduct() {
    }

    /**
     * Adds the product; O(nnz × columns).
     *
     * @param a sparse matrix; some hundred rows at a time pay off best
     * @param b one array per column of {@code a}, each at least {@code columns} long; null where {@code a} has no entry
     * @param columns number of columns of b and the result
     * @param out at least {@code a.rows()} arrays of at least {@code columns} elements, added to
     * @param check called once per block of B, every few milliseconds; what it throws ends the work
     */
    public static void add(final CsrMatrix a, final float[][] b, final int columns, final float[][] out,
        final Runnable check) {
        add(a, 0, a.rows(), b, columns, out, check);
    }

    /**
     * As {@link #add(CsrMatrix, float[][], int, float[][], Runnable)}, for the rows from {@code begin} to {@code end}.
     */
    public static void add(final CsrMatrix a, final int begin, final int end, final float[][] b, final int columns, // NOSONAR
        final float[][] out, final Runnable check) {
        final var next = new int[end - begin];
        for (int i = begin; i < end; i++) {
            next[i - begin] = a.begin(i);
        }
        for (int from = 0; from < a.columns(); from += BLOCK) {
            check.run();
            final int limit = Math.min(from + BLOCK, a.columns());
            for (int i = begin; i < end; i++) {
                next[i - begin] = addRow(a, next[i - begin], a.end(i), limit, b, columns, out[i]);
            }
        }
    }

    /** Adds the entries of one row whose column lies below the limit; returns the first that does not. */
    private static int addRow(final CsrMatrix a, final int begin, final int end, final int limit, final float[][] b,
        final int n, final float[] out) {
        final var columns = a.indices();
        final var v = a.values();
        int stop = begin;
        while (stop < end && columns[stop] < limit) {
            stop++;
        }
        int e = begin;
        for (; e + 4 <= stop; e += 4) {
            RowKernels.axpy4(out, v[e], b[columns[e]], v[e + 1], b[columns[e + 1]], v[e + 2], b[columns[e + 2]],
                v[e + 3], b[columns[e + 3]], n);
        }
        switch (stop - e) {
            case 3 -> RowKernels.axpy3(out, v[e], b[columns[e]], v[e + 1], b[columns[e + 1]], v[e + 2],
                b[columns[e + 2]], n);
            case 2 -> RowKernels.axpy2(out, v[e], b[columns[e]], v[e + 1], b[columns[e + 1]], n);
            case 1 -> RowKernels.axpy1(out, v[e], b[columns[e]], n);
            default -> { /* nothing left */ }
        }
        return stop;
    }
}
