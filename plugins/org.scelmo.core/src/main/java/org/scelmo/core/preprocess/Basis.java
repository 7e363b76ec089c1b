package org.scelmo.core.preprocess;

import java.util.ArrayList;
import java.util.List;

/** Orthonormal vectors with their images under a symmetric operator: the subspace in which eigenvectors are sought. */
public final class Basis {

    /** What is left of a vector below this share is rounding, not direction. */
    private static final double DEPENDENT = 1e-10;

    private final List<double[]> m_vectors = new ArrayList<>();
    private final List<double[]> m_images = new ArrayList<>();
    /** The operator within the basis, lower triangle. */
    private final List<double[]> m_projection = new ArrayList<>();

    /** @return the orthonormal vectors; not a copy */
    public List<double[]> vectors() {
        return m_vectors;
    }

    /** @return number of vectors */
    public int size() {
        return m_vectors.size();
    }

    /** Makes the candidates orthonormal to the basis and to each other; those that depend on others are left out. */
    public List<double[]> orthonormal(final List<double[]> candidates) {
        final List<double[]> fresh = new ArrayList<>();
        for (final var candidate : candidates) {
            final var v = candidate.clone();
            final double before = norm(v);
            for (int pass = 0; pass < 2; pass++) { // twice is enough
                remove(v, m_vectors);
                remove(v, fresh);
            }
            final double after = norm(v);
            if (after > DEPENDENT * before) {
                scale(v, 1 / after);
                remove(v, m_vectors);
                remove(v, fresh);
                scale(v, 1 / norm(v));
                fresh.add(v);
            }
        }
        return fresh;
    }

    /**
     * @param vectors orthonormal to the basis and to each other, as {@link #orthonormal} makes them
     * @param images what the operator makes of each
     */
    public void add(final List<double[]> vectors, final double[][] images) {
        m_vectors.addAll(vectors);
        m_images.addAll(List.of(images));
        for (int i = m_projection.size(); i < size(); i++) {
            final var row = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                row[j] = (dot(m_vectors.get(i), m_images.get(j)) + dot(m_vectors.get(j), m_images.get(i))) / 2;
            }
            m_projection.add(row);
        }
    }

    /** The operator within the basis. */
    public double[][] projection() {
        final var projection = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                projection[i][j] = m_projection.get(i)[j];
                projection[j][i] = projection[i][j];
            }
        }
        return projection;
    }

    /** @return the combination of its vectors with these weights, one each */
    public double[] vector(final double[] weights) {
        return combine(m_vectors, weights);
    }

    double[] image(final double[] weights) {
        return combine(m_images, weights);
    }

    /** Keeps only these combinations of its vectors, which must be orthonormal. */
    Basis rotated(final double[][] weights, final int count) {
        final List<double[]> vectors = new ArrayList<>();
        final var images = new double[count][];
        for (int i = 0; i < count; i++) {
            vectors.add(vector(weights[i]));
            images[i] = image(weights[i]);
        }
        final var rotated = new Basis();
        rotated.add(vectors, images);
        return rotated;
    }

    static double norm(final double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double[] combine(final List<double[]> vectors, final double[] weights) {
        final var sum = new double[vectors.get(0).length];
        for (int i = 0; i < weights.length; i++) {
            axpy(sum, weights[i], vectors.get(i));
        }
        return sum;
    }

    private static void remove(final double[] v, final List<double[]> directions) {
        for (final var direction : directions) {
            axpy(v, -dot(v, direction), direction);
        }
    }

    /** Four sums side by side: the processor need not wait for one addition before it begins the next. */
    private static double dot(final double[] a, final double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            sum0 += a[k] * b[k];
            sum1 += a[k + 1] * b[k + 1];
            sum2 += a[k + 2] * b[k + 2];
            sum3 += a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            sum0 += a[k] * b[k];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    private static void axpy(final double[] out, final double factor, final double[] v) {
        for (int k = 0; k < out.length; k++) {
            out[k] += factor * v[k];
        }
    }

    private static void scale(final double[] v, final double factor) {
        for (int k = 0; k < v.length; k++) {
            v[k] *= factor;
        }
    }
}
