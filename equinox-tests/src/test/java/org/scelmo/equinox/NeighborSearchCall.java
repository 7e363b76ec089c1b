package org.scelmo.equinox;

import java.util.Random;

import org.osgi.framework.Bundle;

/** Searches the neighbors of seeded points, exactly and approximately, by the classes of the core's bundle. */
final class NeighborSearchCall {

    private static final int NEIGHBORS = 5;
    private static final int DIMENSIONS = 8;

    private final Bundle m_core;
    private final Object m_points;
    private final int m_count;

    NeighborSearchCall(final Bundle core, final int count) throws ReflectiveOperationException {
        m_core = core;
        m_count = count;
        final var random = new Random(1);
        final var rows = new float[count][DIMENSIONS];
        for (final var row : rows) {
            for (int d = 0; d < DIMENSIONS; d++) {
                row[d] = (float)random.nextGaussian();
            }
        }
        m_points = core("matrix.DenseMatrix").getMethod("of", float[][].class, int.class)
            .invoke(null, rows, DIMENSIONS);
    }

    /** @return the share of the exact neighbors that the approximate search finds */
    double recall() throws ReflectiveOperationException {
        final int[][] exact = exact();
        final int[][] found = approximate();
        int hits = 0;
        for (int i = 0; i < m_count; i++) {
            for (final int other : found[i]) {
                for (final int neighbor : exact[i]) {
                    hits += other == neighbor ? 1 : 0;
                }
            }
        }
        return (double)hits / (m_count * NEIGHBORS);
    }

    private int[][] approximate() throws ReflectiveOperationException {
        final var type = core("neighbors.ApproximateKnn");
        final var search = type.getConstructor(core("neighbors.Metric"), int.class, long.class, int.class)
            .newInstance(euclidean(), NEIGHBORS, 0L, 2);
        return indices(type.getMethod("search", core("matrix.DenseMatrix"), core("Progress")).invoke(search, m_points,
            noProgress()));
    }

    private int[][] exact() throws ReflectiveOperationException {
        final var type = core("neighbors.ExactKnn");
        final var search = type.getConstructor(core("neighbors.Metric"), int.class, boolean.class, int.class)
            .newInstance(euclidean(), NEIGHBORS, true, 2);
        return indices(type.getMethod("search", core("matrix.DenseMatrix"), core("matrix.DenseMatrix"),
            core("Progress")).invoke(search, m_points, m_points, noProgress()));
    }

    private static int[][] indices(final Object neighbors) throws ReflectiveOperationException {
        return (int[][])neighbors.getClass().getMethod("indices").invoke(neighbors);
    }

    private Object euclidean() throws ReflectiveOperationException {
        return core("neighbors.Metric").getField("EUCLIDEAN").get(null);
    }

    private Object noProgress() throws ReflectiveOperationException {
        return core("Progress").getField("NONE").get(null);
    }

    private Class<?> core(final String name) throws ClassNotFoundException {
        return m_core.loadClass("org.scelmo.core." + name);
    }
}
