package org.scelmo.nodes.evaluation.scibmetrics;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.embedding.RowSumException;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.metrics.report.ScoredCells;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Warnings;

/**
 * What is scored of the input: the cells that have a label and a batch, the chosen embeddings beside their baselines,
 * and what scores compare an embedding with.
 */
final class ScoredData {

    private static final String PCA_SLOT = "X_pca";

    private final AnnData m_data;
    private final ScibMetricsParameters m_parameters;

    private ScoredData(final AnnData data, final ScibMetricsParameters parameters) {
        m_data = data;
        m_parameters = parameters;
    }

    /** @throws ScelmoException if no cell has a label and, if there are batches, a batch */
    static ScoredData of(final AnnData data, final ScibMetricsParameters parameters, final Warnings warnings) {
        final var label = data.obs().column(parameters.m_label).orElseThrow();
        final var batch = data.obs().column(parameters.m_batch);
        final var kept = IntStream.range(0, data.cells())
            .filter(i -> !label.isMissing(i) && (batch.isEmpty() || !batch.get().isMissing(i))).toArray();
        if (kept.length == 0) {
            throw new ScelmoException("No cell has a value of '%s'%s.".formatted(parameters.m_label,
                batch.isEmpty() ? "" : " and '" + parameters.m_batch + "'"), "Choose other annotations in the dialog.");
        }
        if (kept.length == data.cells()) {
            return new ScoredData(data, parameters);
        }
        warnings.add("%,d of %,d cells were left out because they have no label or no batch.",
            data.cells() - kept.length, data.cells());
        return new ScoredData(data.select(kept, IntStream.range(0, data.genes()).toArray()), parameters);
    }

    /** @return the cells that are scored, with all they have */
    AnnData data() {
        return m_data;
    }

    /** @return the embeddings to score by name, the chosen ones first, then the baselines */
    Map<String, DenseMatrix> embeddings(final AnnDataOutline outline, final Warnings warnings,
        final Progress progress) throws IOException {
        final Map<String, DenseMatrix> embeddings = new LinkedHashMap<>();
        m_parameters.embeddings(outline).forEach(name -> embeddings.put(name, m_data.obsm().get(name)));
        if (m_parameters.m_pca && hasBaselines() && !embeddings.containsKey(PCA_SLOT)) {
            embeddings.put(Baselines.PCA, Baselines.pca(m_data.x().orElseThrow(), progress.part(0, 0.5)));
        }
        if (m_parameters.m_random && hasBaselines()) {
            try {
                embeddings.put(Baselines.RANDOM_GENES,
                    Baselines.randomGenes(m_data, m_parameters.m_seed, progress.part(0.5, 1)));
            } catch (final RowSumException e) { // NOSONAR told as a warning
                warnings.add("Random gene vectors are left out: X has cells whose values do not sum to more than 0.");
            }
        }
        if (!hasBaselines() && (m_parameters.m_pca || m_parameters.m_random)) {
            warnings.add("The data have no expression matrix X, so that there are no baselines to compare with.");
        }
        return embeddings;
    }

    private boolean hasBaselines() {
        return m_data.x().isPresent() && Math.min(m_data.cells(), m_data.genes()) > 1;
    }

    /**
     * @param embeddings as {@link #embeddings} gives them
     * @return labels, batches, and what the scores compare embeddings with
     */
    ScoredCells cells(final Map<String, DenseMatrix> embeddings, final Progress progress) throws IOException {
        return new ScoredCells(Groups.of(m_data.obs().column(m_parameters.m_label).orElseThrow()),
            m_data.obs().column(m_parameters.m_batch).map(Groups::of).orElse(null), before(embeddings, progress),
            m_data.x().orElse(null), m_data.layers().get(m_parameters.m_corrected), phases(), pseudotime());
    }

    /** The embedding before integration; null if there is none. */
    private DenseMatrix before(final Map<String, DenseMatrix> embeddings, final Progress progress)
        throws IOException {
        if (!AnnDataChoices.isNone(m_parameters.m_unintegrated)) {
            return m_data.obsm().get(m_parameters.m_unintegrated);
        }
        final var before = embeddings.getOrDefault(Baselines.PCA, m_data.obsm().get(PCA_SLOT));
        return before == null && hasBaselines() ? Baselines.pca(m_data.x().orElseThrow(), progress) : before;
    }

    private double[][] phases() {
        return m_data.obs().column("S_score").orElse(null) instanceof RealColumn s && s.missingCount() == 0
            && m_data.obs().column("G2M_score").orElse(null) instanceof RealColumn g2m && g2m.missingCount() == 0
                ? new double[][]{s.values(), g2m.values()} : null;
    }

    /** NaN where it is missing, or infinite because the trajectory does not lead there. */
    private double[] pseudotime() {
        return m_data.obs().column("dpt_pseudotime").orElse(null) instanceof RealColumn column
            ? Arrays.stream(column.values()).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray() : null;
    }
}
