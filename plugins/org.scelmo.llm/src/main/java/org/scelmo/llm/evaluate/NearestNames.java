package org.scelmo.llm.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/** The names whose vectors are most like that of a question. */
public final class NearestNames {

    private NearestNames() {
    }

    /**
     * @param name of a vector
     * @param cosine of it and the question, −1 to 1
     */
    public record Near(String name, double cosine) {
    }

    /**
     * @param embedding where to look; must not be empty
     * @param queries vectors of the same dimensions
     * @param count how many names for each; all if there are fewer
     * @param threads how many threads compute
     * @param progress asked for cancellation
     * @return for each query the names, most similar first, equal ones in order of the embedding
     * @throws IOException if the vectors cannot be read
     * @throws org.scelmo.core.ScelmoException if the dimensions differ or the embedding is empty
     */
    public static List<List<Near>> of(final FeatureEmbedding embedding, final float[][] queries, final int count,
        final int threads, final Progress progress) throws IOException {
        final int k = Math.max(1, Math.min(count, embedding.size()));
        final int dimensions = queries.length == 0 ? embedding.dimensions() : queries[0].length;
        final var neighbors = new ExactKnn(Metric.COSINE, k, false, threads).search(DenseMatrix.of(queries, dimensions),
            embedding.vectors(), progress);
        final var nearest = new ArrayList<List<Near>>();
        for (int q = 0; q < neighbors.queries(); q++) {
            final var ofQuery = new ArrayList<Near>();
            for (int i = 0; i < k; i++) {
                ofQuery.add(new Near(embedding.names().get(neighbors.indices()[q][i]), 1 - neighbors.distances()[q][i]));
            }
            nearest.add(ofQuery);
        }
        return nearest;
    }
}
