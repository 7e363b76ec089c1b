package org.scelmo.adaptor.network;

import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.parallel.Team;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * Gene tower, product with the cells' expression and classifier as one network, with the gradient of a batch. Not
 * thread-safe.
 */
public final class AdaptorNetwork implements AutoCloseable {

    private final LayerSizes m_sizes;
    private final Objective m_objective;
    private final Team m_team;
    private final GeneTower m_tower;
    private final float[][] m_slopes;

    /**
     * @param vectors genes × input
     * @param check called every few milliseconds, in all work; what it throws ends it
     * @throws org.scelmo.adaptor.backend.BackendException if ND4J does not run here
     * @throws org.scelmo.adaptor.backend.OffHeapMemoryException if it may not take the memory it needs
     */
    public AdaptorNetwork(final float[][] vectors, final LayerSizes sizes, final Objective objective,
        final ComputeLimits limits, final Runnable check) {
        m_sizes = sizes;
        m_objective = objective;
        m_team = new Team(limits.threads(), check);
        m_tower = new GeneTower(vectors, sizes, limits, m_team);
        m_slopes = new float[vectors.length][sizes.output()];
    }

    /** @return gene factors, genes × output */
    public float[][] factors(final Weights weights) {
        return m_tower.forward(weights);
    }

    /**
     * @param cells cells × genes
     * @param factors of these genes
     * @param check called every few milliseconds; what it throws ends the work
     * @return embeddings, cells × output
     */
    public static float[][] embed(final CsrMatrix cells, final float[][] factors, final Runnable check) {
        return CellProduct.forward(cells, factors, check);
    }

    /** @return rows {@code from} to {@code to} (exclusive) in float64 */
    public static double[][] doubles(final float[][] rows, final int from, final int to) {
        final var doubles = new double[to - from][];
        for (int i = from; i < to; i++) {
            doubles[i - from] = new double[rows[i].length];
            for (int k = 0; k < rows[i].length; k++) {
                doubles[i - from][k] = rows[i][k];
            }
        }
        return doubles;
    }

    /**
     * @param cells the batch, cells × genes
     * @param labels class of each cell
     * @param gradient receives the gradient of the total
     * @return the losses with these weights
     */
    public Objective.Value gradient(final Weights weights, final CsrMatrix cells, final int[] labels,
        final Weights gradient) {
        final var embeddings = doubles(CellProduct.forward(cells, m_tower.forward(weights), m_team), 0, cells.rows());
        final var classifier = new LinearClassifier(weights);
        final var logits = classifier.logits(embeddings);
        final var slopes = new double[embeddings.length][m_sizes.output()];
        final var value = m_objective.evaluate(embeddings, logits, labels, slopes, m_team);
        classifier.backward(embeddings, logits, gradient.classifier(), slopes);
        CellProduct.backward(cells, slopes, m_slopes, m_team);
        m_tower.backward(m_slopes, gradient.tower());
        return value;
    }

    /** @return the losses of embeddings, without a gradient */
    public Objective.Value value(final Weights weights, final double[][] embeddings, final int[] labels) {
        return m_objective.evaluate(embeddings, new LinearClassifier(weights).logits(embeddings), labels,
            new double[embeddings.length][m_sizes.output()], m_team);
    }

    @Override
    public void close() {
        m_team.close();
        m_tower.close();
    }
}
