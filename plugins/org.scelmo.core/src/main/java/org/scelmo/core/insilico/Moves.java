package org.scelmo.core.insilico;

/**
 * How far the cells of each group move in total when sets of genes are deleted. A cell with vector e and sum s that
 * loses the amount t of expression of genes with vectors G moves by {@code (t·e − Σ x·G) / (s − t)}, one that loses all
 * by {@code −e}; only cells that express a deleted gene move. Different sets may be added to by different threads.
 */
interface Moves {

    /** Adds what the cells of a block move by, for a range of the sets. */
    void add(EmbeddedCells cells, int from, int to, Runnable check);

    /** @return how many ranges are to be added: sets, or what they are put together from */
    int size();

    /** @return total movement of the cells of a group; not to be changed */
    double[] of(int group, int set);
}
