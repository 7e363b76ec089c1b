package org.scelmo.core.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.parallel.Workers;

/**
 * Moves cells by the forces of UMAP: an edge pulls in every (largest weight / weight)th epoch, and each pull comes with
 * pushes from cells drawn at random. Pulls move both ends of an edge and are done one after the other, as in
 * umap-learn: if the ends moved apart from each other, groups would drift. Pushes are most of the work and move one
 * cell only. Here all of an epoch follow its pulls, and each cell sees the others where these left them: so threads
 * share nothing that changes, and their number does not matter.
 */
final class Epochs {

    private static final int BLOCK = 1024;
    private static final float LIMIT = 4;
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final CsrMatrix m_graph;
    private final float m_largest;
    private final int m_dimensions;
    private final int m_epochs;
    private final int m_negatives;
    private final long m_seed;
    private final ForceTable m_attraction;
    private final ForceTable m_repulsion;
    private final float[] m_places;
    private final float[] m_seen;
    private final int[] m_pulls;

    Epochs(final CsrMatrix graph, final Curve curve, final Umap settings, final int epochs, final float[] places) {
        m_graph = graph;
        m_dimensions = settings.dimensions();
        m_epochs = epochs;
        m_negatives = settings.negatives();
        m_seed = settings.seed();
        m_attraction = new ForceTable(curve::attraction);
        m_repulsion = new ForceTable(curve::repulsion);
        m_places = places;
        m_seen = places.clone();
        m_pulls = new int[graph.rows()];
        float largest = 0;
        for (int e = 0; e < graph.nnz(); e++) {
            largest = Math.max(largest, graph.values()[e]);
        }
        m_largest = largest;
    }

    /** @return cells × dimensions, one row after the other */
    float[] run(final Workers workers, final Progress progress) throws IOException {
        for (int epoch = 0; epoch < m_epochs; epoch++) {
            final int number = epoch;
            progress.update((double)epoch / m_epochs, () -> "Epoch %,d of %,d".formatted(number + 1, m_epochs));
            pull(epoch, progress);
            System.arraycopy(m_places, 0, m_seen, 0, m_places.length);
            push(epoch, workers, progress);
        }
        return m_places;
    }

    private float rate(final int epoch) {
        return 1 - (float)epoch / m_epochs;
    }

    private void pull(final int epoch, final Progress progress) {
        final float rate = rate(epoch);
        for (int i = 0; i < m_graph.rows(); i++) {
            if (i % BLOCK == 0) {
                progress.checkCanceled();
            }
            int pulls = 0;
            for (int e = m_graph.begin(i), end = m_graph.end(i); e < end; e++) {
                final float share = m_graph.values()[e] / m_largest;
                if ((int)((epoch + 1) * share) > (int)(epoch * share)) {
                    pull(i * m_dimensions, m_graph.indices()[e] * m_dimensions, rate);
                    pulls++;
                }
            }
            m_pulls[i] = pulls;
        }
    }

    private void pull(final int one, final int other, final float rate) {
        final float factor = m_attraction.at(squared(m_places, one, m_places, other));
        for (int d = 0; d < m_dimensions; d++) {
            final float step = rate * limited(factor * (m_places[one + d] - m_places[other + d]));
            m_places[one + d] += step;
            m_places[other + d] -= step;
        }
    }

    private void push(final int epoch, final Workers workers, final Progress progress) throws IOException {
        final List<Future<Void>> tasks = new ArrayList<>();
        for (int first = 0; first < m_graph.rows(); first += BLOCK) {
            final int from = first;
            final int to = Math.min(first + BLOCK, m_graph.rows());
            tasks.add(workers.submit(() -> {
                workers.checkStopped();
                for (int i = from; i < to; i++) {
                    push(i, epoch);
                }
                return null;
            }));
        }
        for (final var task : tasks) {
            Workers.await(task, progress);
        }
    }

    private void push(final int i, final int epoch) {
        final float rate = rate(epoch);
        final int own = i * m_dimensions;
        long state = mixed(m_seed + GAMMA * ((long)epoch * m_graph.rows() + i + 1));
        for (int n = m_pulls[i] * m_negatives; n > 0; n--) {
            state += GAMMA;
            final int drawn = (int)((mixed(state) >>> 32) * m_graph.rows() >>> 32);
            if (drawn == i) {
                continue;
            }
            final int other = drawn * m_dimensions;
            final float factor = m_repulsion.at(squared(m_places, own, m_seen, other));
            for (int d = 0; d < m_dimensions; d++) {
                m_places[own + d] += rate * limited(factor * (m_places[own + d] - m_seen[other + d]));
            }
        }
    }

    private float squared(final float[] a, final int atA, final float[] b, final int atB) {
        float squared = 0;
        for (int d = 0; d < m_dimensions; d++) {
            final float difference = a[atA + d] - b[atB + d];
            squared += difference * difference;
        }
        return squared;
    }

    private static float limited(final float step) {
        return Math.max(-LIMIT, Math.min(LIMIT, step));
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(final long state) {
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
