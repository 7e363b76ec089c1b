package org.scelmo.core.embedding;

/**
 * What a run of {@link CellEmbedder} met.
 *
 * @param cells number of cells embedded
 * @param zeroCells cells without any count: their vector is zero
 * @param unmatchedCells cells that have counts, but only in genes without a vector: their vector is zero as well
 */
public record EmbeddingReport(long cells, long zeroCells, long unmatchedCells) {

    EmbeddingReport plus(final EmbeddingReport other) {
        return new EmbeddingReport(cells + other.cells, zeroCells + other.zeroCells,
            unmatchedCells + other.unmatchedCells);
    }
}
