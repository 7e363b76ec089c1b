package org.scelmo.core.cluster;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;

import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Groups of cells that are tied more closely to each other than to the rest, by modularity with a resolution (Reichardt
 * and Bornholdt 2006), the quality that scanpy's Leiden maximizes too. Computed by the CWTS library of Leiden's
 * authors.
 *
 * @param algorithm Leiden or Louvain
 * @param resolution above 0; more makes more and smaller communities
 * @param seed of the order in which cells are visited; the same seed gives the same communities
 */
public record Communities(Algorithm algorithm, double resolution, long seed) {

    /** Iterations usually stop improving after about ten. */
    private static final int MOST = 100;

    public Communities {
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new IllegalArgumentException("The resolution must be above 0, not " + resolution + ".");
        }
    }

    /**
     * @param graph connectivities, cells × cells, symmetric, no loops
     * @return the community of each cell, named 0, 1, …, the largest first
     */
    public Groups find(final CsrMatrix graph, final Progress progress) {
        final int cells = graph.rows();
        final double total = total(graph);
        if (total == 0) { // no edges: every cell is alone
            return groups(IntStream.range(0, cells).toArray(), cells);
        }
        final var search = algorithm.create(resolution / total, new Random(seed));
        final var clustering = new Clustering(cells);
        final var network = network(graph);
        for (int i = 0; i < MOST; i++) {
            progress.checkCanceled();
            if (!search.improveClustering(network, clustering)) {
                break;
            }
        }
        clustering.orderClustersByNNodes();
        return groups(clustering.getClusters(), clustering.getNClusters());
    }

    /**
     * @param graph connectivities, cells × cells, symmetric
     * @param communities of the cells
     * @param resolution of the quality
     * @return modularity: share of the weight within communities, less the share expected by chance; at most 1; 0
     *          without edges
     */
    public static double modularity(final CsrMatrix graph, final Groups communities, final double resolution) {
        final var degrees = new double[communities.count()];
        double within = 0;
        for (int i = 0; i < graph.rows(); i++) {
            final int own = communities.of()[i];
            degrees[own] += graph.rowSum(i);
            for (int e = graph.begin(i), end = graph.end(i); e < end; e++) {
                within += communities.of()[graph.indices()[e]] == own ? graph.values()[e] : 0;
            }
        }
        final double total = total(graph);
        return total == 0 ? 0 : within / total
            - resolution * Arrays.stream(degrees).map(d -> d / total * (d / total)).sum();
    }

    private static double total(final CsrMatrix graph) {
        double total = 0;
        for (int i = 0; i < graph.rows(); i++) {
            total += graph.rowSum(i);
        }
        return total;
    }

    private static Network network(final CsrMatrix graph) {
        final int edges = (int)graph.nnz();
        final var weights = new double[edges];
        for (int e = 0; e < edges; e++) {
            weights[e] = graph.values()[e];
        }
        return new Network(graph.rows(), true, Arrays.copyOf(graph.offsets(), graph.rows() + 1),
            new LargeIntArray(Arrays.copyOf(graph.indices(), edges)), new LargeDoubleArray(weights), false);
    }

    private static Groups groups(final int[] of, final int count) {
        return new Groups(of, IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }
}
