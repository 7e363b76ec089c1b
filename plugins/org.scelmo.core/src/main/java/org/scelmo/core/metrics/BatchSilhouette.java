package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SelectedRows;

/**
 * How well batches mix within each label: 1 − |silhouette of the batches|, averaged over a label's cells, then over the
 * labels. 1 is perfect. With the cosine distance to all other batches it is scib-metrics' BRAS, with the Euclidean
 * distance to the nearest one the batch ASW of scib 1.x and scib-metrics.
 *
 * @param silhouette which distance to which other batches
 */
public record BatchSilhouette(Silhouette silhouette) {

    /**
     * @param points cells × dimensions, finite
     * @param labels groups within which batches should mix
     * @param batches groups to be mixed; cells without a label or batch take no part
     * @return the score of each label that has several batches, not all of them of a single cell; empty if none has
     * @throws IOException if the points cannot be read
     */
    public Map<String, Double> scores(final DenseMatrix points, final Groups labels, final Groups batches,
        final Progress progress) throws IOException {
        final var scores = new LinkedHashMap<String, Double>();
        for (int label = 0; label < labels.count(); label++) {
            progress.checkCanceled();
            final var members = withBatch(labels.members(label), batches);
            final var own = batches.select(members);
            if (own.count() > 1 && own.count() < members.length) {
                final double[] samples = silhouette.samples(new SelectedRows(points, members), own,
                    progress.part((double)label / labels.count(), (label + 1.0) / labels.count()));
                double sum = 0;
                for (final var sample : samples) {
                    sum += 1 - Math.abs(sample);
                }
                scores.put(labels.names().get(label), sum / samples.length);
            }
        }
        return scores;
    }

    private static int[] withBatch(final int[] cells, final Groups batches) {
        return Arrays.stream(cells).filter(c -> batches.of()[c] >= 0).toArray();
    }
}
