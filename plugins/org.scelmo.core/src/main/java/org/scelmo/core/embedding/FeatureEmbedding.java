package org.scelmo.core.embedding;

import java.util.List;

import org.scelmo.core.matrix.DenseMatrix;

/**
 * Named vectors of equal length: what a language model knows about each gene, protein or label. Immutable. The vectors
 * may live on disk; names keep the order of the source and have no duplicates.
 *
 * @param names one per vector, in order
 * @param vectors names × dimensions, float32
 * @param provenance where they come from
 */
public record FeatureEmbedding(List<String> names, DenseMatrix vectors, Provenance provenance) {

    public FeatureEmbedding {
        names = List.copyOf(names);
        if (names.size() != vectors.rows()) {
            throw new IllegalArgumentException(
                "There are %d names, but %d vectors.".formatted(names.size(), vectors.rows()));
        }
    }

    /** @return number of vectors */
    public int size() {
        return names.size();
    }

    /** @return length of each vector */
    public int dimensions() {
        return vectors.columns();
    }
}
