package org.scelmo.core.layout;

import java.io.IOException;
import java.util.SplittableRandom;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.neighbors.Components;
import org.scelmo.core.parallel.Workers;

/**
 * Where cells stand before they are moved: by the spectrum of the graph, as in umap-learn. Components are laid out one
 * by one: up to twice the dimensions on the axes, as umap-learn does; more on a spiral, since their distances, from
 * which it derives places, are not known to the graph.
 */
final class SpectralStart {

    private static final double EXTENT = 10;
    private static final double NOISE = 1e-4;
    private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

    private final CsrMatrix m_graph;
    private final int m_dimensions;
    private final SplittableRandom m_random;
    private final Workers m_workers;
    private final Progress m_progress;

    SpectralStart(final CsrMatrix graph, final int dimensions, final long seed, final Workers workers,
        final Progress progress) {
        m_graph = graph;
        m_dimensions = dimensions;
        m_random = new SplittableRandom(seed);
        m_workers = workers;
        m_progress = progress;
    }

    /** @return cells × dimensions, one row after the other; each dimension from 0 to 10 */
    float[] place() throws IOException {
        final var components = Components.of(m_graph);
        final var places = new double[m_graph.rows()][m_dimensions];
        final var members = components.members();
        final var position = new int[m_graph.rows()];
        final var centers = centers(components.count());
        for (int c = 0; c < components.count(); c++) {
            final double radius = components.count() == 1 ? 1 : range(centers, c);
            final var inner = inner(members[c], position);
            final double scale = radius / largest(inner);
            for (int i = 0; i < inner.length; i++) {
                for (int d = 0; d < m_dimensions; d++) {
                    places[members[c][i]][d] = centers[c][d] + scale * inner[i][d];
                }
            }
        }
        return stretched(places);
    }

    private double[][] inner(final int[] members, final int[] position) throws IOException {
        if (members.length < 2 * m_dimensions || members.length <= m_dimensions + 1) {
            final var random = new double[members.length][m_dimensions];
            for (final var row : random) {
                for (int d = 0; d < m_dimensions; d++) {
                    row[d] = 2 * m_random.nextDouble() - 1;
                }
            }
            return random;
        }
        final var graph = members.length == m_graph.rows() ? m_graph : Subgraph.of(m_graph, members, position);
        return Spectrum.of(graph, m_dimensions, m_random.nextLong(), m_workers, m_progress);
    }

    private double[][] centers(final int count) {
        final var centers = new double[count][m_dimensions];
        for (int c = 0; c < count && count > 1; c++) {
            if (count <= 2 * m_dimensions) {
                final int half = (count + 1) / 2;
                centers[c][c % half] = c < half ? 1 : -1;
            } else {
                centers[c][0] = Math.sqrt(c) * StrictMath.cos(c * GOLDEN_ANGLE);
                centers[c][1] = Math.sqrt(c) * StrictMath.sin(c * GOLDEN_ANGLE);
            }
        }
        return centers;
    }

    /** @return half the distance to the nearest other center */
    private static double range(final double[][] centers, final int own) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centers.length; c++) {
            double squared = 0;
            for (int d = 0; d < centers[c].length; d++) {
                squared += (centers[c][d] - centers[own][d]) * (centers[c][d] - centers[own][d]);
            }
            nearest = c == own ? nearest : Math.min(nearest, squared);
        }
        return Math.sqrt(nearest) / 2;
    }

    private static double largest(final double[][] rows) {
        double largest = Double.MIN_NORMAL;
        for (final var row : rows) {
            for (final var v : row) {
                largest = Math.max(largest, Math.abs(v));
            }
        }
        return largest;
    }

    /** A little noise, so that equal cells part; then each dimension fills its extent. */
    private float[] stretched(final double[][] places) {
        final double scale = EXTENT / largest(places);
        final var out = new float[places.length * m_dimensions];
        for (int d = 0; d < m_dimensions; d++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (final var row : places) {
                row[d] = scale * row[d] + NOISE * gaussian();
                low = Math.min(low, row[d]);
                high = Math.max(high, row[d]);
            }
            for (int i = 0; i < places.length; i++) {
                out[i * m_dimensions + d] = high > low ? (float)(EXTENT * (places[i][d] - low) / (high - low)) : 0;
            }
        }
        return out;
    }

    private double gaussian() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - m_random.nextDouble()))
            * StrictMath.cos(2 * StrictMath.PI * m_random.nextDouble());
    }
}
