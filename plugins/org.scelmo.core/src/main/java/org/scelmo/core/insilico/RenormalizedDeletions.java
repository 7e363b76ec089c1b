package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.parallel.Workers;

/**
 * Exact deletions for weighted averages, whose cells are divided by a sum that shrinks with the deleted genes (see
 * {@link Moves}). A cell that loses all its counts gets the zero vector, as in the embedding. O(nnz × dimensions) for
 * all single genes; float64; the result does not depend on the number of threads.
 */
final class RenormalizedDeletions implements Deletions {

    private static final int BLOCK_ROWS = 512;
    /** Mean vectors of both groups per set, in float64: 256 MB. */
    private static final long ELEMENTS_AT_ONCE = 32L << 20;

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
                MeanCells.axpy(1.0 / m_cells[Conditions.CONTROL], moves.of(Conditions.CONTROL, s), control);
                MeanCells.axpy(1.0 / m_cells[Conditions.DISEASE], moves.of(Conditions.DISEASE, s), disease);
                cosines[from + s] = m_before.cosineAfter(control, disease);
            }
        }
        return cosines;
    }

    /** Reads X; as many blocks at a time as there are threads, since each thread embeds the cells of one. */
    private Moves moves(final int[][] sets, final Progress progress) throws IOException {
        final var moves = empty(sets);
        try (var cursor = m_x.open(); var workers = new Workers("deletion", m_threads)) {
            long done = 0;
            for (var blocks = blocks(cursor); !blocks.isEmpty(); blocks = blocks(cursor)) {
                final var read = blocks;
                final var cells = new EmbeddedCells[blocks.size()];
                final long first = done;
                Ranges.run(workers, m_threads, cells.length, progress,
                    (from, to) -> embed(read, first, from, to, cells));
                Ranges.run(workers, m_threads, moves.size(), progress, (from, to) -> {
                    for (final var some : cells) {
                        moves.add(some, from, to, workers::checkStopped);
                    }
                });
                done += blocks.stream().mapToLong(CsrMatrix::rows).sum();
                final long rows = done;
                progress.update((double)done / m_x.rows(), () -> "Deleted genes from %,d of %,d cells"
                    .formatted(rows, m_x.rows()));
            }
        }
        return moves;
    }

    private Moves empty(final int[][] sets) {
        if (Arrays.stream(sets).allMatch(set -> set.length == 1)) {
            return new SingleMoves(Arrays.stream(sets).mapToInt(set -> set[0]).toArray(), m_vectors, m_dimensions,
                m_where);
        }
        return Arrays.stream(sets).allMatch(set -> set.length == 2)
            ? new PairMoves(sets, m_vectors, m_dimensions, m_where)
            : new SetMoves(sets, m_vectors, m_dimensions, m_where);
    }

    private List<CsrMatrix> blocks(final RowBlocks.Cursor cursor) throws IOException {
        final List<CsrMatrix> blocks = new ArrayList<>();
        for (int t = 0; t < m_threads; t++) {
            final var block = cursor.next(BLOCK_ROWS);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private void embed(final List<CsrMatrix> blocks, final long firstRow, final int from, final int to,
        final EmbeddedCells[] cells) {
        for (int b = from; b < to; b++) {
            final long before = blocks.subList(0, b).stream().mapToLong(CsrMatrix::rows).sum();
            cells[b] = EmbeddedCells.of(blocks.get(b), (int)(firstRow + before), m_conditions, m_vectors, m_dimensions);
        }
    }
}
