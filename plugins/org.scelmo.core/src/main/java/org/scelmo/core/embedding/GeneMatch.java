package org.scelmo.core.embedding;

import java.io.IOException;
import java.util.HashMap;

/**
 * Which vector belongs to which gene.
 *
 * @param rowOfGene per gene the row of its vector, or −1 if it has none; the array itself, not a copy
 */
public record GeneMatch(int[] rowOfGene) {

    /** @return number of genes that have a vector */
    public int matched() {
        int n = 0;
        for (final var row : rowOfGene) {
            n += row >= 0 ? 1 : 0;
        }
        return n;
    }

    /**
     * Reads the vectors of the genes, and no others.
     *
     * @param embedding the one that was matched
     * @return a vector per gene, null where it has none; genes of the same name share one array
     * @throws IOException if the vectors cannot be read
     */
    public float[][] vectors(final FeatureEmbedding embedding) throws IOException {
        final var read = new HashMap<Integer, float[]>();
        final var vectors = new float[rowOfGene.length][];
        for (int j = 0; j < vectors.length; j++) {
            final int row = rowOfGene[j];
            if (row >= 0) {
                vectors[j] = read.get(row);
                if (vectors[j] == null) {
                    vectors[j] = embedding.vectors().copy(row, 1)[0];
                    read.put(row, vectors[j]);
                }
            }
        }
        return vectors;
    }
}
