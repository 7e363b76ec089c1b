package org.scelmo.adaptor.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The cells to learn from, or those to validate with. Their expression is gathered when it is wanted: a copy would
 * double the memory.
 *
 * @param all cells × genes of the data
 * @param genes of the tower
 * @param rows the part's cells, as rows of all
 * @param labels class of each of these cells
 */
record Part(CsrMatrix all, GeneSpace genes, int[] rows, int[] labels) {

    static Part of(final TrainingData data, final LabelledCells labelled, final GeneSpace genes, final int[] chosen) {
        return new Part(data.cells(), genes, IntStream.of(chosen).map(i -> labelled.rows()[i]).toArray(),
            IntStream.of(chosen).map(i -> labelled.labels()[i]).toArray());
    }

    int size() {
        return rows.length;
    }

    /** @return expression of the cells at these places, over the genes of the tower */
    CsrMatrix cells(final int[] order, final int from, final int to) {
        return genes.cells(all, at(rows, order, from, to));
    }

    /** @return expression of the cells {@code from} to {@code to} (exclusive), over the genes of the tower */
    CsrMatrix cells(final int from, final int to) {
        return genes.cells(all, Arrays.copyOfRange(rows, from, to));
    }

    /** @return class of each cell at these places */
    int[] labels(final int[] order, final int from, final int to) {
        return at(labels, order, from, to);
    }

    private static int[] at(final int[] values, final int[] order, final int from, final int to) {
        return Arrays.stream(order, from, to).map(i -> values[i]).toArray();
    }

    List<String> names(final List<String> classes) {
        return IntStream.of(labels).mapToObj(classes::get).toList();
    }
}
