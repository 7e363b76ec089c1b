package org.scelmo.core.insilico;

import java.util.Arrays;

/**
 * Movements when pairs of genes are deleted: the sum of both single ones, and a correction that only cells which
 * express both genes need. Pairs with the same first gene are best given one after the other.
 */
final class PairMoves implements Moves {

    private final int[][] m_pairs;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final DeletedIn m_where;
    private final double[][][] m_corrections;
    private final SingleMoves m_singles;
    private final int[] m_positions;

    PairMoves(final int[][] pairs, final float[][] vectors, final int dimensions, final DeletedIn where) {
        m_pairs = pairs;
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_where = where;
        m_corrections = new double[2][pairs.length][dimensions];
        final var genes = Arrays.stream(pairs).flatMapToInt(Arrays::stream).distinct().toArray();
        m_singles = new SingleMoves(genes, vectors, dimensions, where);
        m_positions = new int[vectors.length];
        for (int i = 0; i < genes.length; i++) {
            m_positions[genes[i]] = i;
        }
    }

    @Override
    public int size() {
        return m_singles.size() + m_pairs.length;
    }

    @Override
    public double[] of(final int group, final int set) {
        final var sum = m_corrections[group][set].clone();
        for (final int gene : m_pairs[set]) {
            Float64Kernels.axpy(sum, 1, m_singles.of(group, m_positions[gene]), m_dimensions);
        }
        return sum;
    }

    @Override
    public void add(final EmbeddedCells cells, final int from, final int to, final Runnable check) {
        final int singles = m_singles.size();
        m_singles.add(cells, Math.min(from, singles), Math.min(to, singles), check);
        final var first = new float[cells.size()];
        final var vectors = new double[2][m_dimensions];
        int filled = -1;
        for (int p = Math.max(0, from - singles); p < to - singles; p++) {
            if (p % 1024 == 0) {
                check.run();
            }
            final var pair = m_pairs[p];
            if (filled != pair[0]) {
                Arrays.fill(first, 0);
                filled = pair[0];
                for (int e = cells.columns().begin(filled); e < cells.columns().end(filled); e++) {
                    first[cells.columns().row(e)] = cells.columns().value(e);
                }
                widen(filled, vectors[0]);
            }
            correct(cells, p, first, vectors);
        }
    }

    private void widen(final int gene, final double[] vector) {
        if (m_vectors[gene] == null) {
            Arrays.fill(vector, 0);
        } else {
            Float64Kernels.widen(m_vectors[gene], vector, m_dimensions);
        }
    }

    private void correct(final EmbeddedCells cells, final int p, final float[] first, final double[][] vectors) {
        final var columns = cells.columns();
        final int second = m_pairs[p][1];
        final var ofGenes = new double[2][2];
        for (int e = columns.begin(second), end = columns.end(second); e < end; e++) {
            final int cell = columns.row(e);
            final float a = first[cell];
            final int group = cells.group(cell);
            if (a != 0 && (group == Conditions.DISEASE || m_where == DeletedIn.BOTH)) {
                final float b = columns.value(e);
                final double both = cells.factorWithout(cell, (double)a + b);
                final double onlyA = cells.factorWithout(cell, a);
                final double onlyB = cells.factorWithout(cell, b);
                final double move = weight(both, (double)a + b) - weight(onlyA, a) - weight(onlyB, b);
                Float64Kernels.axpy(m_corrections[group][p], move, cells.vector(cell), m_dimensions);
                ofGenes[group][0] += a * (both - onlyA);
                ofGenes[group][1] += b * (both - onlyB);
            }
        }
        if (ofGenes[0][0] != 0 || ofGenes[0][1] != 0 || ofGenes[1][0] != 0 || ofGenes[1][1] != 0) {
            widen(second, vectors[1]);
            for (int group = 0; group < 2; group++) {
                Float64Kernels.axpy(m_corrections[group][p], -ofGenes[group][0], vectors[0], m_dimensions);
                Float64Kernels.axpy(m_corrections[group][p], -ofGenes[group][1], vectors[1], m_dimensions);
            }
        }
    }

    private static double weight(final double factor, final double lost) {
        return factor == 0 ? -1 : lost * factor;
    }
}
