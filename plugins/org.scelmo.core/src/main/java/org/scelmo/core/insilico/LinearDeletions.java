package org.scelmo.core.insilico;

import org.scelmo.core.Progress;

/**
 * Deletions where the weight of a gene in a cell does not depend on other genes: a group's mean vector loses the mean
 * weights of the deleted genes times their vectors. No cell is looked at again; O(genes of all sets × dimensions). With
 * {@link CellWeights#WEIGHTED} these are deletions that leave the sums of the cells as they were.
 */
final class LinearDeletions implements Deletions {

    private static final int CHECK_EVERY = 4096;

    private final GroupMeans m_means;
    private final float[][] m_vectors;
    private final DeletedIn m_where;
    private final MeanCells m_before;

    LinearDeletions(final GroupMeans means, final float[][] vectors, final int dimensions, final DeletedIn where) {
        m_means = means;
        m_vectors = vectors;
        m_where = where;
        m_before = MeanCells.of(means, vectors, dimensions);
    }

    @Override
    public double before() {
        return m_before.cosine();
    }

    @Override
    public double[] after(final int[][] sets, final Progress progress) {
        final var cosines = new double[sets.length];
        for (int s = 0; s < sets.length; s++) {
            if (s % CHECK_EVERY == 0) {
                progress.checkCanceled();
            }
            final var control = m_where == DeletedIn.BOTH ? without(sets[s], Conditions.CONTROL, m_before.control())
                : m_before.control();
            cosines[s] = m_before.cosineAfter(control, without(sets[s], Conditions.DISEASE, m_before.disease()));
        }
        return cosines;
    }

    private double[] without(final int[] set, final int group, final double[] mean) {
        final var rest = mean.clone();
        for (final var gene : set) {
            if (m_vectors[gene] != null) {
                MeanCells.axpy(-m_means.weights()[group][gene], m_vectors[gene], rest);
            }
        }
        return rest;
    }
}
