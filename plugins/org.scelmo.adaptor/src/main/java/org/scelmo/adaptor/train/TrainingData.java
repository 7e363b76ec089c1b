package org.scelmo.adaptor.train;

import java.util.List;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * What to learn from. The arrays are shared, not copied.
 *
 * @param cells cells × genes, log-normalised expression, not divided further
 * @param labels class of each cell; null leaves the cell out
 * @param genes name of each gene
 * @param vectors per gene its vector, null where it has none; all of one length
 */
public record TrainingData(CsrMatrix cells, List<String> labels, List<String> genes, float[][] vectors) {

    public TrainingData {
        if (labels.size() != cells.rows() || genes.size() != cells.columns() || vectors.length != genes.size()) {
            throw new IllegalArgumentException("%d cells × %d genes, but %d labels, %d gene names and %d vectors."
                .formatted(cells.rows(), cells.columns(), labels.size(), genes.size(), vectors.length));
        }
        genes = List.copyOf(genes);
    }
}
