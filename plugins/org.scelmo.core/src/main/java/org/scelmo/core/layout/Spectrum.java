package org.scelmo.core.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.parallel.Workers;
import org.scelmo.core.preprocess.SymmetricEigen;

/**
 * The slowest ways in which a connected graph swings: the eigenvectors of its normalized Laplacian with the smallest
 * eigenvalues, without the trivial first. By subspace iteration with Chebyshev filters (Zhou and Saad 2007), to the
 * tolerance of 10<sup>−4</sup> that umap-learn asks for. Memory for a few vectors; results do not depend on the
 * threads.
 */
final class Spectrum {

    /** More vectors than asked for make the iteration faster. */
    private static final int GUARDS = 4;
    private static final int DEGREE = 20;
    private static final int ITERATIONS = 40;
    private static final double TOLERANCE = 1e-4;
    private static final int BLOCK = 4096;

    private final CsrMatrix m_graph;
    private final int m_cells;
    private final int m_width;
    private final double[] m_rootDegree;
    private final Workers m_workers;
    private final Progress m_progress;
    private double[] m_vectors;

    private Spectrum(final CsrMatrix graph, final int width, final Workers workers, final Progress progress) {
        m_graph = graph;
        m_cells = graph.rows();
        m_width = width;
        m_workers = workers;
        m_progress = progress;
        m_rootDegree = new double[m_cells];
        for (int i = 0; i < m_cells; i++) {
            m_rootDegree[i] = Math.sqrt(graph.rowSum(i));
        }
    }

    /**
     * @param graph symmetric, connected, positive weights, more cells than vectors are computed
     * @param count how many vectors
     * @return cells × count
     */
    static double[][] of(final CsrMatrix graph, final int count, final long seed, final Workers workers,
        final Progress progress) throws IOException {
        final int width = Math.min(count + GUARDS, graph.rows() - 1);
        return new Spectrum(graph, width, workers, progress).compute(count, seed);
    }

    private double[][] compute(final int count, final long seed) throws IOException {
        final var random = new SplittableRandom(seed);
        m_vectors = new double[m_cells * m_width];
        for (int i = 0; i < m_vectors.length; i++) {
            m_vectors[i] = random.nextDouble() - 0.5;
        }
        orthonormalize();
        double cut = rotate(count);
        for (int i = 0; i < ITERATIONS && cut < 2; i++) {
            filter(Math.max(-0.5, Math.min(cut, 1 - 1e-9)));
            orthonormalize();
            cut = rotate(count);
        }
        final var columns = new double[m_cells][count];
        for (int k = 0; k < count; k++) {
            final double sign = sign(k);
            for (int i = 0; i < m_cells; i++) {
                columns[i][k] = sign * m_vectors[i * m_width + k];
            }
        }
        return columns;
    }

    /** Eigenvectors have no sign of their own: the largest entry is made positive. */
    private double sign(final int column) {
        double largest = 0;
        for (int i = 0; i < m_cells; i++) {
            final double v = m_vectors[i * m_width + column];
            largest = Math.abs(v) > Math.abs(largest) ? v : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    /** Damps what belongs to eigenvalues of the weights between −1 and the cut. */
    private void filter(final double cut) throws IOException {
        final double half = (cut + 1) / 2;
        final double center = (cut - 1) / 2;
        double[] before = m_vectors;
        double[] now = step(before, null, 1 / half, center);
        for (int degree = 2; degree <= DEGREE; degree++) {
            final var next = step(now, before, 2 / half, center);
            before = now;
            now = next;
        }
        m_vectors = now;
    }

    /** @return factor · (A − center) · x − minus */
    private double[] step(final double[] x, final double[] minus, final double factor, final double center)
        throws IOException {
        final var out = new double[x.length];
        final List<Future<Void>> tasks = new ArrayList<>();
        for (int first = 0; first < m_cells; first += BLOCK) {
            final int from = first;
            final int to = Math.min(first + BLOCK, m_cells);
            tasks.add(m_workers.submit(() -> {
                m_workers.checkStopped();
                for (int i = from; i < to; i++) {
                    row(i, x, minus, factor, center, out);
                }
                return null;
            }));
        }
        for (final var task : tasks) {
            Workers.await(task, m_progress);
        }
        return out;
    }

    private void row(final int i, final double[] x, final double[] minus, final double factor, final double center,
        final double[] out) {
        final int at = i * m_width;
        for (int e = m_graph.begin(i), end = m_graph.end(i); e < end; e++) {
            final int j = m_graph.indices()[e];
            final double weight = m_graph.values()[e] / (m_rootDegree[i] * m_rootDegree[j]);
            for (int k = 0; k < m_width; k++) {
                out[at + k] += weight * x[j * m_width + k];
            }
        }
        for (int k = at; k < at + m_width; k++) {
            out[k] = factor * (out[k] - center * x[k]) - (minus == null ? 0 : minus[k]);
        }
    }

    /** Makes the columns orthonormal to each other and to the trivial eigenvector; twice is enough. */
    private void orthonormalize() {
        final double total = Math.sqrt(dot(m_rootDegree, 0, 1, m_rootDegree, 0, 1));
        for (int k = 0; k < m_width; k++) {
            for (int pass = 0; pass < 2; pass++) {
                final double trivial = dot(m_vectors, k, m_width, m_rootDegree, 0, 1) / (total * total);
                for (int i = 0; i < m_cells; i++) {
                    m_vectors[i * m_width + k] -= trivial * m_rootDegree[i];
                }
                for (int l = 0; l < k; l++) {
                    final double share = dot(m_vectors, k, m_width, m_vectors, l, m_width);
                    for (int i = 0; i < m_cells; i++) {
                        m_vectors[i * m_width + k] -= share * m_vectors[i * m_width + l];
                    }
                }
                final double norm = Math.sqrt(dot(m_vectors, k, m_width, m_vectors, k, m_width));
                for (int i = 0; i < m_cells; i++) {
                    m_vectors[i * m_width + k] /= norm;
                }
            }
        }
    }

    private double dot(final double[] a, final int fromA, final int stepA, final double[] b, final int fromB,
        final int stepB) {
        double sum = 0;
        for (int i = 0; i < m_cells; i++) {
            sum += a[fromA + i * stepA] * b[fromB + i * stepB];
        }
        return sum;
    }

    /**
     * Turns the columns into the best approximations of eigenvectors, largest eigenvalue first.
     *
     * @return the smallest eigenvalue, or 2 if the first ones are good enough
     */
    private double rotate(final int count) throws IOException {
        final var images = step(m_vectors, null, 1, 0);
        final var projection = new double[m_width][m_width];
        for (int k = 0; k < m_width; k++) {
            for (int l = 0; l <= k; l++) {
                projection[k][l] = dot(m_vectors, k, m_width, images, l, m_width);
                projection[l][k] = projection[k][l];
            }
        }
        final var eigen = SymmetricEigen.of(projection);
        multiply(m_vectors, eigen.vectors());
        multiply(images, eigen.vectors());
        double worst = 0;
        for (int k = 0; k < count; k++) {
            double residual = 0;
            for (int i = k; i < images.length; i += m_width) {
                final double r = images[i] - eigen.values()[k] * m_vectors[i];
                residual += r * r;
            }
            worst = Math.max(worst, Math.sqrt(residual));
        }
        return worst < TOLERANCE ? 2 : eigen.values()[m_width - 1];
    }

    private void multiply(final double[] rows, final double[][] weights) {
        final var row = new double[m_width];
        for (int at = 0; at < rows.length; at += m_width) {
            System.arraycopy(rows, at, row, 0, m_width);
            for (int k = 0; k < m_width; k++) {
                double sum = 0;
                for (int l = 0; l < m_width; l++) {
                    sum += weights[k][l] * row[l];
                }
                rows[at + k] = sum;
            }
        }
    }
}
