package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseBlocks;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.matrix.SelectedRows;

/**
 * How well an embedding keeps the variance that the cell cycle explains (scib): in each batch 1 − |after − before| /
 * before, at least 0, where before and after are the shares of the variance of 50 principal components that the scores
 * of S phase and G2/M phase explain together, of the expression and of the embedding. The score is the mean over
 * batches.
 *
 * @param phases one array per score, a number per cell
 */
public record CellCycleConservation(double[][] phases) {

    /**
     * @param expression cells × genes, log-normalized, before integration
     * @param embedding cells × dimensions
     * @param batches of the cells; cells without one take no part
     * @return the score of each batch of at least three cells whose expression the phases explain at all, 0 to 1
     * @throws IOException if a matrix cannot be read
     */
    public Map<String, Double> scores(final RowBlocks expression, final DenseMatrix embedding, final Groups batches,
        final Progress progress) throws IOException {
        final var scores = new LinkedHashMap<String, Double>();
        final var genes = IntStream.range(0, expression.columns()).toArray();
        for (int batch = 0; batch < batches.count(); batch++) {
            final var part = progress.part((double)batch / batches.count(), (batch + 1.0) / batches.count());
            final var members = batches.members(batch);
            if (members.length > 2) {
                final var regression = new ComponentRegression(select(members));
                final double before = regression.explained(new SelectedBlocks(expression, members, genes), part);
                final double after =
                    regression.explained(new DenseBlocks(new SelectedRows(embedding, members)), part);
                if (before > 0) {
                    scores.put(batches.names().get(batch), Math.max(0, 1 - Math.abs(after - before) / before));
                }
            }
        }
        return scores;
    }

    private double[][] select(final int[] cells) {
        final var selected = new double[phases.length][];
        for (int p = 0; p < phases.length; p++) {
            final var phase = phases[p];
            selected[p] = IntStream.of(cells).mapToDouble(c -> phase[c]).toArray();
        }
        return selected;
    }
}
