package org.scelmo.core.insilico;

/** Movements when sets of any size are deleted; O(entries of the genes + cells that express one × dimensions) a set. */
final class SetMoves implements Moves {

    private final int[][] m_sets;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final DeletedIn m_where;
    private final double[][][] m_moves;

    SetMoves(final int[][] sets, final float[][] vectors, final int dimensions, final DeletedIn where) {
        m_sets = sets;
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_where = where;
        m_moves = new double[2][sets.length][dimensions];
    }

    @Override
    public int size() {
        return m_sets.length;
    }

    @Override
    public double[] of(final int group, final int set) {
        return m_moves[group][set];
    }

    @Override
    public void add(final EmbeddedCells cells, final int from, final int to, final Runnable check) {
        final var lost = new double[cells.size()];
        final var factors = new double[cells.size()];
        final var vector = new double[m_dimensions];
        for (int s = from; s < to; s++) {
            check.run();
            lose(cells, m_sets[s], lost);
            moveCells(cells, s, lost, factors);
            for (final int gene : m_sets[s]) {
                if (m_vectors[gene] != null) {
                    moveGene(cells, s, gene, factors, vector);
                }
            }
        }
    }

    private static void lose(final EmbeddedCells cells, final int[] set, final double[] lost) {
        final var columns = cells.columns();
        for (final int gene : set) {
            for (int e = columns.begin(gene), end = columns.end(gene); e < end; e++) {
                lost[columns.row(e)] += columns.value(e);
            }
        }
    }

    private void moveCells(final EmbeddedCells cells, final int s, final double[] lost, final double[] factors) {
        for (int i = 0; i < lost.length; i++) {
            final int group = cells.group(i);
            factors[i] = 0;
            if (lost[i] != 0 && (group == Conditions.DISEASE || m_where == DeletedIn.BOTH)) {
                factors[i] = cells.factorWithout(i, lost[i]);
                Float64Kernels.axpy(m_moves[group][s], factors[i] == 0 ? -1 : lost[i] * factors[i], cells.vector(i),
                    m_dimensions);
            }
            lost[i] = 0;
        }
    }

    private void moveGene(final EmbeddedCells cells, final int s, final int gene, final double[] factors,
        final double[] vector) {
        final var columns = cells.columns();
        final var weights = new double[2];
        for (int e = columns.begin(gene), end = columns.end(gene); e < end; e++) {
            weights[cells.group(columns.row(e))] += columns.value(e) * factors[columns.row(e)];
        }
        if (weights[0] != 0 || weights[1] != 0) {
            Float64Kernels.widen(m_vectors[gene], vector, m_dimensions);
            Float64Kernels.axpy(m_moves[0][s], -weights[0], vector, m_dimensions);
            Float64Kernels.axpy(m_moves[1][s], -weights[1], vector, m_dimensions);
        }
    }
}
