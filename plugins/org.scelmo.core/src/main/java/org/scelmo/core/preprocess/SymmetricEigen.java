package org.scelmo.core.preprocess;

import java.util.Arrays;

/** Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations, in float64; O(n³) a sweep. */
final class SymmetricEigen {

    private static final int SWEEPS = 60;

    private final double[] m_values;
    private final double[][] m_vectors;

    private SymmetricEigen(final double[] values, final double[][] vectors) {
        m_values = values;
        m_vectors = vectors;
    }

    /**
     * @param symmetric n × n; overwritten
     * @return its decomposition, largest eigenvalue first
     */
    static SymmetricEigen of(final double[][] symmetric) {
        final int n = symmetric.length;
        final var vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && !isDiagonal(symmetric); sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(symmetric, vectors, p, q);
                }
            }
        }
        final var order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(symmetric[b][b], symmetric[a][a]));
        final var values = new double[n];
        final var sorted = new double[n][];
        for (int i = 0; i < n; i++) {
            values[i] = symmetric[order[i]][order[i]];
            sorted[i] = vectors[order[i]];
        }
        return new SymmetricEigen(values, sorted);
    }

    /** @return eigenvalues, largest first */
    double[] values() {
        return m_values;
    }

    /** @return eigenvectors as rows, in the order of the values */
    double[][] vectors() {
        return m_vectors;
    }

    private static boolean isDiagonal(final double[][] a) {
        double off = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                all += a[i][j] * a[i][j];
                off += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return off <= 1e-30 * all;
    }

    private static void rotate(final double[][] a, final double[][] vectors, final int p, final int q) {
        if (Math.abs(a[p][q]) <= 1e-18 * Math.sqrt(Math.abs(a[p][p] * a[q][q]))) {
            return;
        }
        final double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        final double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        final double c = 1 / Math.sqrt(t * t + 1);
        final double s = t * c;
        for (int k = 0; k < a.length; k++) { // columns, then rows
            final double kp = a[k][p];
            final double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        mix(a[p], a[q], c, s);
        mix(vectors[p], vectors[q], c, s);
    }

    private static void mix(final double[] x, final double[] y, final double c, final double s) {
        for (int k = 0; k < x.length; k++) {
            final double xk = x[k];
            final double yk = y[k];
            x[k] = c * xk - s * yk;
            y[k] = s * xk + c * yk;
        }
    }
}
