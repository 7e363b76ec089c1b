package org.scelmo.core.embedding;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.RowSink;
import org.scelmo.core.matrix.SparseDenseProduct;
import org.scelmo.core.parallel.Workers;

/**
 * scELMo's zero-shot cell embeddings: each cell is the average of its genes' vectors, weighted by expression (see
 * {@link Averaging}). Nothing is normalized or centered. A cell without counts gets the zero vector and is counted.
 *
 * <p>Sums run in float32 in ascending order of genes, over weights divided in float64: a relative error of about 1e-6
 * of the largest element against float64. The result is the same, bit by bit, for any number of threads and any size of
 * the blocks that X delivers. Memory: the gene vectors and, per thread, a batch of {@value #BATCH_ROWS} cells.
 */
public final class CellEmbedder {

    private static final int BATCH_ROWS = 512;
    /** 16 MB of indices and values: keeps batches of dense data small. */
    private static final long BATCH_ENTRIES = 2 << 20;

    private final float[][] m_vectors;
    private final int m_dimensions;
    private final Averaging m_averaging;
    private final int m_threads;

    /**
     * @param vectors one per gene, in the order of X's columns; null for a gene without vector; not copied
     * @param dimensions length of each vector
     * @param averaging which average
     * @param threads how many threads compute, at least 1; the calling thread reads and writes meanwhile
     * @throws NonFiniteValueException if a vector holds NaN or an infinity; the row it names is the gene
     */
    public CellEmbedder(final float[][] vectors, final int dimensions, final Averaging averaging, final int threads) {
        checkVectors(vectors, dimensions);
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_averaging = averaging;
        m_threads = threads;
    }

    /**
     * Embeds all cells; O(nnz × dimensions).
     *
     * @param x expression, cells × genes, streamed once
     * @param out receives cells × dimensions, in order
     * @param progress told after each batch, asked for cancellation many times a second
     * @return what was met
     * @throws IOException if X cannot be read or the result not be written
     * @throws NonFiniteValueException if X holds NaN or an infinity
     * @throws RowSumException if the weighted average meets a cell whose values sum to zero or less
     */
    public EmbeddingReport embed(final RowBlocks x, final RowSink out, final Progress progress) throws IOException {
        if (x.columns() != m_vectors.length) {
            throw new IllegalArgumentException(
                "X has %d genes, but there are %d vectors.".formatted(x.columns(), m_vectors.length));
        }
        var report = new EmbeddingReport(0, 0, 0);
        final Deque<float[][]> buffers = new ArrayDeque<>();
        final Deque<Future<Embedded>> pending = new ArrayDeque<>();
        try (var cursor = x.open(); var workers = new Workers("cell embedding", m_threads)) {
            boolean more = true;
            while (more || !pending.isEmpty()) {
                // one batch more than threads, so that reading, computing and writing overlap
                while (more && pending.size() <= m_threads) {
                    progress.checkCanceled();
                    final var batch = read(cursor);
                    more = batch.rows() > 0;
                    if (more) {
                        final var buffer = buffers.isEmpty() ? new float[BATCH_ROWS][m_dimensions] : buffers.pop();
                        pending.add(workers.submit(() -> embed(batch, buffer, workers::checkStopped)));
                    }
                }
                if (!pending.isEmpty()) {
                    final var done = Workers.await(pending.remove(), progress);
                    out.append(done.rows, (int)done.report.cells());
                    buffers.push(done.rows);
                    report = report.plus(done.report);
                    show(progress, report.cells(), x.rows());
                }
            }
        }
        return report;
    }

    private record Embedded(float[][] rows, EmbeddingReport report) {
    }

    private Embedded embed(final CellBatch batch, final float[][] rows, final Runnable check) {
        final var weighed = batch.weigh(m_vectors, m_averaging);
        for (int i = 0; i < weighed.weights().rows(); i++) {
            Arrays.fill(rows[i], 0);
        }
        SparseDenseProduct.add(weighed.weights(), m_vectors, m_dimensions, rows, check);
        return new Embedded(rows, weighed.report());
    }

    /** Joins small blocks, since a full batch is what makes the product fast; no rows at the end. */
    private static CellBatch read(final RowBlocks.Cursor cursor) throws IOException {
        final long firstRow = cursor.position();
        final var blocks = new ArrayList<CsrMatrix>();
        int rows = 0;
        long entries = 0;
        while (rows < BATCH_ROWS && entries < BATCH_ENTRIES) {
            final var block = cursor.next(BATCH_ROWS - rows);
            if (block == null) {
                break;
            }
            blocks.add(block);
            rows += block.rows();
            entries += block.nnz();
        }
        return new CellBatch(firstRow, blocks);
    }

    private static void show(final Progress progress, final long done, final long all) {
        progress.update((double)done / all, () -> "Embedded %,d of %,d cells".formatted(done, all));
    }

    private static void checkVectors(final float[][] vectors, final int dimensions) {
        for (int g = 0; g < vectors.length; g++) {
            final var vector = vectors[g];
            if (vector == null) {
                continue;
            }
            if (vector.length != dimensions) {
                throw new IllegalArgumentException(
                    "The vector of gene %d has %d elements, not %d.".formatted(g, vector.length, dimensions));
            }
            for (int j = 0; j < dimensions; j++) {
                if (!Float.isFinite(vector[j])) {
                    throw new NonFiniteValueException("The matrix of gene vectors", g, j, vector[j]);
                }
            }
        }
    }
}
