package org.scelmo.nodes.annotation.knn;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.annotate.KnnLabelTransfer;
import org.scelmo.core.annotate.TieRule;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.SelectedRows;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Neighbors;
import org.scelmo.nodes.annotation.knn.KnnAnnotateParameters.Ties;
import org.scelmo.nodes.support.Warnings;

/**
 * Gives cells of the query the label that most of their nearest cells of the reference have.
 *
 * @param parameters checked against both
 * @param warnings told of cells that are in both, have no label, or stay unassigned
 */
record QueryAnnotator(KnnAnnotateParameters parameters, Warnings warnings) {

    /** Labels that are told of each cell: the winner and the runner-up. */
    private static final int RANKS = 2;

    /**
     * @throws IOException if an embedding cannot be read
     * @throws ScelmoException if an embedding is missing, or a label is and none may be
     */
    Predicted annotate(final AnnData reference, final AnnData query, final Progress progress) throws IOException {
        final var split = CellSplit.of(reference.obs(), query.obs(), parameters, warnings);
        warnOverlap(reference, query, split);
        final var neighbors =
            search(matrix(query, split.query()), matrix(reference, split.reference()), progress);
        final var labels = CellSplit.column(reference.obs(), parameters.m_label, "reference");
        final var transfer = new KnnLabelTransfer(
            parameters.m_ties == Ties.NEAREST ? TieRule.NEAREST_FIRST : TieRule.ALPHABETICAL,
            parameters.m_minConfidence.orElse(0.0), RANKS);
        final List<String> lent = IntStream.of(split.reference()).mapToObj(labels::text).toList();
        final var predictions = transfer.predict(neighbors, lent);
        final long unassigned =
            predictions.stream().filter(p -> p.label().equals(KnnLabelTransfer.UNASSIGNED)).count();
        if (unassigned > 0) {
            warnings.add("%,d of %,d cells are unassigned because their best label has a share of votes below %s.",
                unassigned, predictions.size(), parameters.m_minConfidence.orElse(0.0));
        }
        return new Predicted(split.query(), predictions, neighbors.distances(), query.cells());
    }

    private Neighbors search(final DenseMatrix queries, final DenseMatrix reference, final Progress progress)
        throws IOException {
        if (queries.rows() == 0) {
            return new Neighbors(new int[0][], new double[0][]);
        }
        return new ExactKnn(parameters.m_distance.metric(), parameters.m_neighbors, false,
            Runtime.getRuntime().availableProcessors()).search(queries, reference, progress);
    }

    private DenseMatrix matrix(final AnnData data, final int[] rows) {
        final var matrix = data.obsm().get(parameters.m_embedding);
        if (matrix == null) {
            throw new ScelmoException("The embedding '%s' is missing.".formatted(parameters.m_embedding),
                "Reset and execute the node that makes it.");
        }
        return new SelectedRows(matrix, rows);
    }

    /** A cell that finds itself votes for its own label, which makes a prediction look better than it is. */
    private void warnOverlap(final AnnData reference, final AnnData query, final CellSplit split) {
        final var lenders = new HashSet<String>();
        Arrays.stream(split.reference()).forEach(row -> lenders.add(reference.obs().index()[row]));
        final var names = query.obs().index();
        final long both = Arrays.stream(split.query()).filter(row -> lenders.contains(names[row])).count();
        if (both > 0) {
            warnings.add("%,d of %,d annotated cells have the name of a reference cell. If they are the same cells, "
                + "they find themselves and the result looks better than it is; use 'Split by' to tell reference and "
                + "query apart.", both, split.query().length);
        }
    }
}
