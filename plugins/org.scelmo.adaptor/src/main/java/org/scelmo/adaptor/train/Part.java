package org.scelmo.adaptor.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The cells to learn from, or those to validate with, over the genes of the tower.
 *
 * @param cells cells × genes
 * @param labels class of each cell
 */
record Part(CsrMatrix cells, int[] labels) {

    static Part of(final TrainingData data, final LabelledCells labelled, final GeneSpace genes, final int[] chosen) {
        return new Part(genes.cells(data.cells(), IntStream.of(chosen).map(i -> labelled.rows()[i]).toArray()),
            IntStream.of(chosen).map(i -> labelled.labels()[i]).toArray());
    }

    /** @return the cells at these places */
    Part batch(final int[] order, final int from, final int to) {
        return new Part(GeneSpace.rows(cells, order, from, to),
            Arrays.stream(order, from, to).map(i -> labels[i]).toArray());
    }

    List<String> names(final List<String> classes) {
        return IntStream.of(labels).mapToObj(classes::get).toList();
    }
}
