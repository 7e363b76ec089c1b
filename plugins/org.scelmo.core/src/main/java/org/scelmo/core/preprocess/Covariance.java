package org.scelmo.core.preprocess;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/**
 * The covariance matrix of genes as something that multiplies vectors. Genes are centered in the arithmetic only, so
 * that sparse data stay sparse.
 */
interface Covariance {

    /** A matrix of as many genes is formed at most: 128 MB. */
    int MOST_GENES = 4096;
    /** Stored entries per cell above which passes over the cells cost less than the products of all pairs of them. */
    int MOST_ENTRIES = 800;

    /** @return the matrix as a whole, made in one pass, where genes and entries are few; else one that streams */
    static Covariance of(final RowBlocks x, final GeneMoments.Moments moments, final int threads,
        final Progress progress) throws IOException {
        return x.columns() <= MOST_GENES && moments.entries() <= (long)MOST_ENTRIES * moments.cells()
            ? FormedCovariance.of(x, moments, threads, progress) : new StreamedCovariance(x, moments, threads);
    }

    int genes();

    /**
     * @param vectors one per row, each with an entry per gene
     * @param progress told of passes over the cells
     * @return the covariance times each vector, one per row
     * @throws IOException if X cannot be read
     */
    double[][] times(double[][] vectors, Progress progress) throws IOException;

    static double[][] transposed(final double[][] rows, final int columns) {
        final var transposed = new double[columns][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return transposed;
    }
}
