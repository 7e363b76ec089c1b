package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.preprocess.Basis;
import org.scelmo.core.preprocess.LeadingEigen;
import org.scelmo.core.preprocess.SymmetricEigen;

/**
 * Eigenvectors of the random walk on a graph, its density taken out (Coifman et al. 2005; scanpy's {@code diffmap}):
 * the operator is Z⁻¹Q⁻¹·W·Q⁻¹Z⁻¹ with the degrees Q of W and the roots Z of the degrees of Q⁻¹WQ⁻¹. Small graphs are
 * solved exactly; in larger ones a block Krylov space of about twice as many dimensions is used, which gives the
 * leading eigenvectors exactly and those at the end roughly.
 *
 * @param values eigenvalues, largest first, at most 1
 * @param vectors eigenvectors as rows of length 1, each of as many entries as cells
 */
record DiffusionMap(double[] values, double[][] vectors) {

    private static final int SMALL = 250;
    private static final int BLOCK = 8;
    private static final int SPARE = 24;

    /**
     * @param graph connectivities, symmetric, every cell with an edge
     * @param count how many eigenvectors of the largest eigenvalues by magnitude; fewer than cells
     */
    static DiffusionMap of(final CsrMatrix graph, final int count) {
        final var operator = operator(graph);
        final int cells = graph.rows();
        final var basis = new Basis();
        if (cells <= SMALL) {
            for (int i = 0; i < cells; i++) {
                final var unit = new double[cells];
                unit[i] = 1;
                basis.add(List.of(unit), new double[][]{times(operator, unit)});
            }
        } else {
            grow(basis, operator, Math.min(cells, 2 * count + SPARE));
        }
        final var ritz = SymmetricEigen.of(basis.projection());
        final int[] order = IntStream.range(0, ritz.values().length).boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(ritz.values()[i]))).limit(count)
            .sorted(Comparator.comparingDouble(i -> -ritz.values()[i])).mapToInt(Integer::intValue).toArray();
        return new DiffusionMap(Arrays.stream(order).mapToDouble(i -> ritz.values()[i]).toArray(),
            Arrays.stream(order).mapToObj(i -> basis.vector(ritz.vectors()[i])).toArray(double[][]::new));
    }

    /**
     * @param graph connectivities, symmetric, every cell with an edge
     * @param count how many eigenvectors of the largest eigenvalues, fewer than cells; these are exact
     * @return empty if they do not converge
     */
    static Optional<DiffusionMap> leading(final CsrMatrix graph, final int count, final Progress progress)
        throws IOException {
        final var operator = operator(graph);
        return LeadingEigen.of((vectors, p) -> Arrays.stream(vectors).map(v -> times(operator, v))
            .toArray(double[][]::new), graph.rows(), count, new Random(0), progress)
            .map(found -> new DiffusionMap(found.values(), found.vectors()));
    }

    private static void grow(final Basis basis, final Operator operator, final int size) {
        final var random = new Random(0);
        List<double[]> candidates = random(random, operator.graph.rows());
        while (basis.size() < size) {
            List<double[]> fresh = basis.orthonormal(candidates);
            if (fresh.isEmpty()) { // what was found is closed under the operator: look elsewhere
                fresh = basis.orthonormal(random(random, operator.graph.rows()));
                if (fresh.isEmpty()) {
                    return;
                }
            }
            candidates = new ArrayList<>();
            for (final var vector : fresh) {
                candidates.add(times(operator, vector));
            }
            basis.add(fresh, candidates.toArray(double[][]::new));
        }
    }

    private static List<double[]> random(final Random random, final int length) {
        return IntStream.range(0, BLOCK).mapToObj(i -> random.doubles(length, -1, 1).toArray()).toList();
    }

    /** W between two diagonals of these entries. */
    private record Operator(CsrMatrix graph, double[] scales) {
    }

    private static Operator operator(final CsrMatrix graph) {
        final var scales = new double[graph.rows()];
        Arrays.setAll(scales, i -> 1 / graph.rowSum(i));
        final var kernel = times(new Operator(graph, scales), ones(scales.length));
        Arrays.setAll(scales, i -> scales[i] / Math.sqrt(kernel[i]));
        return new Operator(graph, scales);
    }

    private static double[] ones(final int length) {
        final var ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] times(final Operator operator, final double[] vector) {
        final var graph = operator.graph;
        final var product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            for (int e = graph.begin(i), end = graph.end(i); e < end; e++) {
                final int j = graph.indices()[e];
                sum += graph.values()[e] * operator.scales[j] * vector[j];
            }
            product[i] = operator.scales[i] * sum;
        }
        return product;
    }
}
