package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.parallel.Workers;

/**
 * Exact deletions for weighted averages, whose cells are divided by a sum that shrinks with the deleted genes. A cell
 * with vector e and sum s that loses the amount t of expression of genes with vectors G moves by
 * {@code (t·e − Σ x·G) / (s − t)}; only cells that express a deleted gene move. A cell that loses all its counts gets the
 * zero vector, as in the embedding. O(nnz × dimensions) for all single genes; float64; the result does not depend on the
 * number of threads.
 */
final class RenormalizedDeletions implements Deletions {

    private static final int BLOCK_ROWS = 512;
    /** Mean vectors of both groups per set, in float64: 256 MB. */
    private static final long ELEMENTS_AT_ONCE = 32L << 20;
    /** What rounding may leave of a cell's sum, as a share of it. */
    private static final double NOTHING_LEFT = 1e-12;

    private final RowBlocks m_x;
    private final Conditions m_conditions;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final DeletedIn m_where;
    private final int m_threads;
    private final int[] m_cells;
    private final MeanCells m_before;

    RenormalizedDeletions(final RowBlocks x, final Conditions conditions, final GroupMeans means,
        final float[][] vectors, final int dimensions, final DeletedIn where, final int threads) {
        m_x = x;
        m_conditions = conditions;
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_where = where;
        m_threads = threads;
        m_cells = means.cells();
        m_before = MeanCells.of(means, vectors, dimensions);
    }

    @Override
    public double before() {
        return m_before.cosine();
    }

    @Override
    public double[] after(final int[][] sets, final Progress progress) throws IOException {
        final var cosines = new double[sets.length];
        final int step = (int)Math.max(1, Math.min(sets.length, ELEMENTS_AT_ONCE / (2L * m_dimensions)));
        for (int from = 0; from < sets.length; from += step) {
            final var some = Arrays.copyOfRange(sets, from, Math.min(sets.length, from + step));
            final var part = progress.part((double)from / sets.length, (double)(from + some.length) / sets.length);
            final var moves = moves(some, part);
            for (int s = 0; s < some.length; s++) {
                final var control = m_before.control().clone();
                final var disease = m_before.disease().clone();
                MeanCells.axpy(1.0 / m_cells[Conditions.CONTROL], moves[Conditions.CONTROL][s], control);
                MeanCells.axpy(1.0 / m_cells[Conditions.DISEASE], moves[Conditions.DISEASE][s], disease);
                cosines[from + s] = m_before.cosineAfter(control, disease);
            }
        }
        return cosines;
    }

    /** How far the cells of a group move in total: group × set × dimension. */
    private double[][][] moves(final int[][] sets, final Progress progress) throws IOException {
        final var moves = new double[2][sets.length][m_dimensions];
        try (var cursor = m_x.open(); var workers = new Workers("deletion", m_threads)) {
            int first = 0;
            for (var block = cursor.next(BLOCK_ROWS); block != null; block = cursor.next(BLOCK_ROWS)) {
                final var cells = block;
                final int row = first;
                final var vectors = new double[block.rows()][];
                final var sums = new double[block.rows()];
                Ranges.run(workers, m_threads, block.rows(), progress, (from, to) -> embed(cells, row, from, to, vectors, sums));
                final var columns = GeneColumns.of(block);
                Ranges.run(workers, m_threads, sets.length, progress,
                    (from, to) -> move(columns, row, vectors, sums, sets, from, to, moves, workers::checkStopped));
                first += block.rows();
                final long done = first;
                progress.update((double)done / m_x.rows(), () -> "Deleted genes from %,d of %,d cells"
                    .formatted(done, m_x.rows()));
            }
        }
        return moves;
    }

    private void embed(final CsrMatrix block, final int firstRow, final int from, final int to,
        final double[][] vectors, final double[] sums) {
        for (int i = from; i < to; i++) {
            if (m_conditions.of()[firstRow + i] >= 0) {
                sums[i] = block.rowSum(i);
                vectors[i] = new double[m_dimensions];
                for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                    final var vector = m_vectors[block.indices()[e]];
                    if (vector != null && block.values()[e] != 0) {
                        MeanCells.axpy(block.values()[e] / sums[i], vector, vectors[i]);
                    }
                }
            }
        }
    }

    private void move(final GeneColumns columns, final int firstRow, final double[][] vectors, // NOSONAR one step
        final double[] sums, final int[][] sets, final int from, final int to, final double[][][] moves,
        final Runnable check) {
        final var lost = new double[vectors.length];
        final var met = new boolean[vectors.length];
        final var rows = new int[vectors.length];
        final var perGene = new double[2];
        for (int s = from; s < to; s++) {
            check.run();
            final int n = columns.lost(sets[s], lost, met, rows);
            for (int r = 0; r < n; r++) {
                final int i = rows[r];
                final int group = m_conditions.of()[firstRow + i];
                if (deletes(group)) {
                    final double rest = sums[i] - lost[i];
                    final boolean nothing = rest <= NOTHING_LEFT * sums[i];
                    MeanCells.axpy(nothing ? -1 : lost[i] / rest, vectors[i], moves[group][s]);
                }
            }
            for (final var gene : sets[s]) {
                if (m_vectors[gene] == null) {
                    continue;
                }
                Arrays.fill(perGene, 0);
                for (int e = columns.begin(gene); e < columns.end(gene); e++) {
                    final int i = columns.row(e);
                    final int group = m_conditions.of()[firstRow + i];
                    final double rest = sums[i] - lost[i];
                    if (deletes(group) && rest > NOTHING_LEFT * sums[i]) {
                        perGene[group] += columns.value(e) / rest;
                    }
                }
                MeanCells.axpy(-perGene[0], m_vectors[gene], moves[0][s]);
                MeanCells.axpy(-perGene[1], m_vectors[gene], moves[1][s]);
            }
            for (int r = 0; r < n; r++) {
                lost[rows[r]] = 0;
                met[rows[r]] = false;
            }
        }
    }

    private boolean deletes(final int group) {
        return group == Conditions.DISEASE || group == Conditions.CONTROL && m_where == DeletedIn.BOTH;
    }
}
