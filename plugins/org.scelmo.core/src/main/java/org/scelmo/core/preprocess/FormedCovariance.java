package org.scelmo.core.preprocess;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.parallel.Workers;

/** A covariance matrix in memory, in float64: genes² numbers. */
final class FormedCovariance implements Covariance {

    private static final int AT_ONCE = 4;

    private final double[][] m_rows;
    private final int m_threads;

    private FormedCovariance(final double[][] rows, final int threads) {
        m_rows = rows;
        m_threads = threads;
    }

    /**
     * One pass over the cells; O(sum over cells of entries²). A gene's row is summed by one thread in the order of the
     * cells, so that the result does not depend on the number of threads.
     */
    static FormedCovariance of(final RowBlocks x, final GeneMoments.Moments moments, final int threads,
        final Progress progress) throws IOException {
        final int genes = x.columns();
        final var rows = new double[genes][genes];
        new BlockPass("Covariance of genes", threads).run(x, (first, block) -> new BlockPass.Work() {

            @Override
            public void rows(final int from, final int to) {
                // all is done by columns
            }

            @Override
            public void columns(final int from, final int to) {
                addProducts(block, from, to, rows);
            }
        }, progress);
        center(rows, moments);
        return new FormedCovariance(rows, threads);
    }

    /**
     * Adds the products of genes {@code from} to {@code to} − 1 with those after them. Gene by gene, so that the row
     * that is added to stays in the processor's first cache.
     */
    private static void addProducts(final CsrMatrix block, final int from, final int to, final double[][] rows) {
        final var indices = block.indices();
        final var values = block.values();
        final var begins = new int[to - from + 1];
        final var next = new int[block.rows()];
        for (int i = 0; i < block.rows(); i++) {
            next[i] = BlockPass.entry(block, i, from);
            for (int e = next[i]; e < block.end(i) && indices[e] < to; e++) {
                begins[indices[e] - from + 1]++;
            }
        }
        for (int j = 0; j < to - from; j++) {
            begins[j + 1] += begins[j];
        }
        final var cells = new int[begins[to - from]];
        final var entries = new int[cells.length];
        final var filled = begins.clone();
        for (int i = 0; i < block.rows(); i++) {
            for (int e = next[i]; e < block.end(i) && indices[e] < to; e++) {
                final int at = filled[indices[e] - from]++;
                cells[at] = i;
                entries[at] = e;
            }
        }
        for (int j = from; j < to; j++) {
            for (int k = begins[j - from]; k < begins[j - from + 1]; k++) {
                addRow(rows[j], values, indices, entries[k], block.end(cells[k]));
            }
        }
    }

    private static void addRow(final double[] row, final float[] values, final int[] indices, final int from,
        final int to) {
        final double factor = values[from];
        for (int e = from; e < to; e++) {
            row[indices[e]] += factor * values[e];
        }
    }

    private static void center(final double[][] rows, final GeneMoments.Moments moments) {
        final var mean = moments.mean();
        for (int i = 0; i < rows.length; i++) {
            for (int j = i; j < rows.length; j++) {
                rows[i][j] = (rows[i][j] - moments.cells() * mean[i] * mean[j]) / (moments.cells() - 1);
                rows[j][i] = rows[i][j];
            }
        }
    }

    @Override
    public int genes() {
        return m_rows.length;
    }

    /** O(genes² × vectors). */
    @Override
    public double[][] times(final double[][] vectors, final Progress progress) throws IOException {
        final var products = new double[vectors.length][genes()];
        try (var workers = new Workers("principal components", m_threads)) {
            BlockPass.share(genes(), m_threads, (from, to) -> {
                for (int i = 0; i < genes(); i += AT_ONCE) {
                    for (int k = 0; k < vectors.length; k++) {
                        addRows(products[k], vectors[k], i, from, to);
                    }
                }
            }, workers, progress);
        }
        return products;
    }

    /** Adds rows of the (symmetric) matrix, so many at once that their sum is rarely loaded and stored. */
    private void addRows(final double[] out, final double[] vector, final int first, final int from, final int to) {
        if (first + AT_ONCE > genes()) {
            for (int i = first; i < genes(); i++) {
                for (int j = from; j < to; j++) {
                    out[j] += vector[i] * m_rows[i][j];
                }
            }
            return;
        }
        final var a = m_rows[first];
        final var b = m_rows[first + 1];
        final var c = m_rows[first + 2];
        final var d = m_rows[first + 3];
        final double u = vector[first];
        final double v = vector[first + 1];
        final double w = vector[first + 2];
        final double x = vector[first + 3];
        for (int j = from; j < to; j++) {
            out[j] += u * a[j] + v * b[j] + (w * c[j] + x * d[j]);
        }
    }
}
