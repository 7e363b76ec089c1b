package org.scelmo.nodes.annotation.knn;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.nodes.annotation.knn.KnnAnnotateParameters.MissingLabels;
import org.scelmo.nodes.annotation.knn.KnnAnnotateParameters.Role;
import org.scelmo.nodes.support.Warnings;

/**
 * Which cells lend their labels and which are annotated.
 *
 * @param reference rows of the reference data, ascending; all have a label
 * @param query rows of the query data, ascending
 */
record CellSplit(int[] reference, int[] query) {

    static CellSplit of(final Frame reference, final Frame query, final KnnAnnotateParameters parameters,
        final Warnings warnings) {
        final var labels = column(reference, parameters.m_label, "reference");
        final var lenders = select(reference, parameters, Role.REFERENCE, "reference");
        final var labeled = IntStream.of(lenders).filter(row -> !labels.isMissing(row)).toArray();
        if (labeled.length < lenders.length) {
            missingLabels(reference, labels, lenders, labeled.length, parameters, warnings);
        }
        if (labeled.length == 0) {
            throw empty(parameters, reference);
        }
        final var annotated = select(query, parameters, Role.QUERY, "query");
        warnUnsplit(query, parameters, warnings);
        if (annotated.length == 0) {
            warnings.add("No cell is annotated: %s.",
                query.size() == 0 ? "the query has no cells" : "all cells are reference");
        }
        return new CellSplit(labeled, annotated);
    }

    /** Cells that have no value to split by are neither reference nor query. */
    private static int[] select(final Frame cells, final KnnAnnotateParameters parameters, final Role role,
        final String what) {
        if (!parameters.isSplit()) {
            return IntStream.range(0, cells.size()).toArray();
        }
        final var column = column(cells, parameters.m_splitColumn, what);
        final boolean same = parameters.m_role == role;
        final IntPredicate wanted =
            row -> !column.isMissing(row) && parameters.m_splitValue.equals(column.text(row)) == same;
        return IntStream.range(0, cells.size()).filter(wanted).toArray();
    }

    private static void warnUnsplit(final Frame query, final KnnAnnotateParameters parameters,
        final Warnings warnings) {
        if (parameters.isSplit()) {
            final int unsplit = column(query, parameters.m_splitColumn, "query").missingCount();
            if (unsplit > 0) {
                warnings.add("%,d of %,d query cells have no '%s': they are neither reference nor query.", unsplit,
                    query.size(), parameters.m_splitColumn);
            }
        }
    }

    static Column column(final Frame cells, final String name, final String what) {
        return cells.column(name).orElseThrow(() -> new ScelmoException(
            "The cells of the %s have no annotation '%s'.".formatted(what, name),
            "Choose another annotation in the dialog.",
            "The annotations are: %s.".formatted(String.join(", ", cells.columns().keySet()))));
    }

    private static void missingLabels(final Frame reference, final Column labels, final int[] lenders,
        final int labeled, final KnnAnnotateParameters parameters, final Warnings warnings) {
        if (parameters.m_missingLabels == MissingLabels.FAIL) {
            final int first = IntStream.of(lenders).filter(labels::isMissing).findFirst().orElseThrow();
            throw new ScelmoException(
                "The reference cell '%s' has no '%s'.".formatted(reference.index()[first], parameters.m_label),
                "Set 'Reference cells without label' to ignore in the dialog.",
                "Choose an annotation that every reference cell has.");
        }
        warnings.add("%,d of %,d reference cells were left out because they have no '%s'.",
            lenders.length - labeled, lenders.length, parameters.m_label);
    }

    private static ScelmoException empty(final KnnAnnotateParameters parameters, final Frame reference) {
        if (reference.size() == 0) {
            return new ScelmoException("The reference is empty: the data at the first input have no cells.",
                "Check the file or filter that the reference comes from.");
        }
        if (!parameters.isSplit()) {
            return new ScelmoException("The reference is empty: no cell has a '%s'.".formatted(parameters.m_label),
                "Choose another label in the dialog.");
        }
        final var values = column(reference, parameters.m_splitColumn, "reference");
        final var known = IntStream.range(0, values.size()).filter(row -> !values.isMissing(row))
            .mapToObj(values::text).distinct().sorted().toList();
        return new ScelmoException("The reference is empty: no cell with '%s' %s '%s' has a '%s'.".formatted(
            parameters.m_splitColumn, parameters.m_role == Role.REFERENCE ? "equal to" : "other than",
            parameters.m_splitValue, parameters.m_label),
            "Choose another value in the dialog; there are %s.".formatted(Warnings.examples(known)),
            "Check that the cells of the reference have a '%s'.".formatted(parameters.m_label));
    }
}
