package org.scelmo.core.metrics.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.cluster.Algorithm;
import org.scelmo.core.cluster.KMeans;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.metrics.ClusterAgreement;
import org.scelmo.core.metrics.Lisi;
import org.scelmo.core.metrics.Silhouette;
import org.scelmo.core.metrics.Silhouette.Between;
import org.scelmo.core.neighbors.Connectivities;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;
import org.scelmo.core.neighbors.Neighbors;

/**
 * One embedding with what several scores need of it, each computed once when first asked for: neighbors, graphs,
 * clusters, silhouettes. Memory is linear in cells; not thread-safe, for the parts use all threads themselves.
 */
final class EmbeddingContext {

    /** Neighbors that LISI looks at. */
    static final int LISI_NEIGHBORS = 90;
    static final double PERPLEXITY = 30;

    private final DenseMatrix m_points;
    private final ScoredCells m_cells;
    private final long m_seed;
    private final int m_threads;

    private Neighbors m_neighbors;
    private double[] m_silhouettes;
    private ClusterAgreement m_kMeans;
    private double[][] m_graphLisi;
    private double[][] m_lisi;
    private final Map<Integer, CsrMatrix> m_graphs = new HashMap<>();
    private final Map<Algorithm, ClusterScan> m_scans = new EnumMap<>(Algorithm.class);

    EmbeddingContext(final DenseMatrix points, final ScoredCells cells, final long seed, final int threads) {
        m_points = points;
        m_cells = cells;
        m_seed = seed;
        m_threads = threads;
    }

    DenseMatrix points() {
        return m_points;
    }

    int threads() {
        return m_threads;
    }

    ScoredCells cells() {
        return m_cells;
    }

    /** @return the labels, of which there are at least two */
    Groups labels() throws NotComputableException {
        if (m_cells.labels().count() < 2) {
            throw new NotComputableException(m_cells.count() == 0 ? "No cell has a label."
                : "All cells have the same label, '%s'.".formatted(m_cells.labels().names().get(0)));
        }
        return m_cells.labels();
    }

    /** @return the labels, of which there are at least two, and some of them of several cells */
    Groups sharedLabels() throws NotComputableException {
        if (labels().count() == m_cells.count()) {
            throw new NotComputableException("Every cell has a label of its own.");
        }
        return labels();
    }

    /** @return the batches, of which there are at least two */
    Groups batches() throws NotComputableException {
        if (m_cells.batches() == null) {
            throw new NotComputableException("No annotation of batches is chosen.");
        }
        if (m_cells.batches().count() < 2) {
            throw new NotComputableException("There is one batch only.");
        }
        return m_cells.batches();
    }

    /**
     * @param others how many of each cell, at most {@value #LISI_NEIGHBORS}
     * @return the nearest others by Euclidean distance
     */
    Neighbors neighbors(final int others, final Progress progress) throws IOException, NotComputableException {
        if (m_cells.count() <= others) {
            throw new NotComputableException(
                "%d neighbors of each cell are needed, but there are %d cells.".formatted(others, m_cells.count()));
        }
        if (m_neighbors == null) {
            final int most = Math.min(LISI_NEIGHBORS - 1, m_cells.count() - 1);
            m_neighbors =
                new ExactKnn(Metric.EUCLIDEAN, most, true, m_threads).search(m_points, m_points, progress);
        }
        return new Neighbors(
            Arrays.stream(m_neighbors.indices()).map(row -> Arrays.copyOf(row, others)).toArray(int[][]::new),
            Arrays.stream(m_neighbors.distances()).map(row -> Arrays.copyOf(row, others)).toArray(double[][]::new));
    }

    /** @return UMAP's connectivities, as scanpy makes them with {@code n_neighbors = others + 1} */
    CsrMatrix graph(final int others, final Progress progress) throws IOException, NotComputableException {
        if (!m_graphs.containsKey(others)) {
            m_graphs.put(others, Connectivities.of(neighbors(others, progress)));
        }
        return m_graphs.get(others);
    }

    /** @return Leiden at the resolutions 0.2, 0.4 … 2.0; Louvain at 0.1, 0.2 … 2.0; on the graph of 14 others */
    ClusterScan scan(final Algorithm algorithm, final Progress progress) throws IOException, NotComputableException {
        if (!m_scans.containsKey(algorithm)) {
            final int steps = algorithm == Algorithm.LEIDEN ? 10 : 20;
            final var resolutions = IntStream.rangeClosed(1, steps).mapToDouble(i -> 2.0 * i / steps).toArray();
            m_scans.put(algorithm, ClusterScan.of(graph(14, progress), sharedLabels(), algorithm, resolutions, m_seed,
                m_threads, progress));
        }
        return m_scans.get(algorithm);
    }

    /** @return how the labels agree with as many clusters by k-means */
    ClusterAgreement kMeans(final Progress progress) throws IOException, NotComputableException {
        if (m_kMeans == null) {
            m_kMeans = ClusterAgreement.of(sharedLabels(),
                new KMeans(sharedLabels().count(), m_seed, m_threads).find(m_points, progress));
        }
        return m_kMeans;
    }

    /** @return silhouette of each cell among the labels, Euclidean */
    double[] silhouettes(final Progress progress) throws IOException, NotComputableException {
        if (m_silhouettes == null) {
            m_silhouettes = new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, m_threads).samples(m_points,
                sharedLabels(), progress);
        }
        return m_silhouettes;
    }

    /** @return LISI of the labels and, if there are several batches, of these, on the graph of 14 others */
    double[][] graphLisi(final Progress progress) throws IOException, NotComputableException {
        if (m_graphLisi == null) {
            if (m_cells.count() <= LISI_NEIGHBORS) {
                throw new NotComputableException("%d neighbors of each cell are needed, but there are %d cells."
                    .formatted(LISI_NEIGHBORS, m_cells.count()));
            }
            m_graphLisi = lisi().inGraph(graph(14, progress), LISI_NEIGHBORS, progress);
        }
        return m_graphLisi;
    }

    /** @return LISI of the labels and, if there are several batches, of these, of the 89 nearest others */
    double[][] lisi(final Progress progress) throws IOException, NotComputableException {
        if (m_lisi == null) {
            m_lisi = lisi().inEmbedding(neighbors(LISI_NEIGHBORS - 1, progress), progress);
        }
        return m_lisi;
    }

    private Lisi lisi() {
        final var groupings = m_cells.batches() == null || m_cells.batches().count() < 2 ? List.of(m_cells.labels())
            : List.of(m_cells.labels(), m_cells.batches());
        return new Lisi(groupings, PERPLEXITY, m_threads);
    }
}
