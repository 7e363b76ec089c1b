package org.scelmo.nodes.annotation.adaptortrain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.adaptor.train.CellsInMemory;
import org.scelmo.adaptor.train.TrainingData;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.nodes.annotation.adaptortrain.Choices.Role;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Warnings;

/**
 * The part of the data that is learned from.
 *
 * @param rows which cells
 * @param genes which genes: those that have a name
 * @param data of these
 */
record LearnedCells(int[] rows, int[] genes, TrainingData data) {

    static LearnedCells of(final AnnData data, final GeneCoverage coverage, final AdaptorTrainParameters parameters,
        final Warnings warnings, final Progress progress) throws IOException {
        final var labels = column(data, parameters.m_label);
        final var rows = rows(data, labels, parameters, warnings);
        final var genes =
            IntStream.range(0, coverage.names().length).filter(j -> coverage.names()[j] != null).toArray();
        checkFinite(coverage, genes);
        final var cells = CellsInMemory.read(new SelectedBlocks(data.x().orElseThrow(), rows, genes), progress);
        final List<String> texts = new ArrayList<>(); // a missing one is null
        Arrays.stream(rows).forEach(row -> texts.add(labels.text(row)));
        return new LearnedCells(rows, genes,
            new TrainingData(cells, texts, Arrays.stream(genes).mapToObj(j -> coverage.names()[j]).toList(),
                Arrays.stream(genes).mapToObj(j -> coverage.vectors()[j]).toArray(float[][]::new)));
    }

    private static int[] rows(final AnnData data, final Column labels, final AdaptorTrainParameters parameters,
        final Warnings warnings) {
        if (!parameters.isSplit()) {
            return IntStream.range(0, data.cells()).toArray();
        }
        final var values = column(data, parameters.m_splitColumn);
        final boolean wanted = parameters.m_role == Role.REFERENCE;
        final var rows = IntStream.range(0, data.cells()).filter(row -> !values.isMissing(row)
            && values.text(row).equals(parameters.m_splitValue) == wanted).toArray();
        if (IntStream.of(rows).allMatch(labels::isMissing)) {
            throw new ScelmoException("There is nothing to learn from: no cell with '%s' %s '%s' has a '%s'.".formatted(
                parameters.m_splitColumn, wanted ? "equal to" : "other than", parameters.m_splitValue,
                parameters.m_label), "Choose another value, or another label, in the dialog.");
        }
        if (values.missingCount() > 0) {
            warnings.add("%,d of %,d cells have no '%s' and were left out.", values.missingCount(), data.cells(),
                parameters.m_splitColumn);
        }
        return rows;
    }

    private static Column column(final AnnData data, final String name) {
        return data.obs().column(name).orElseThrow(() -> new ScelmoException(
            "The cells have no annotation '%s'.".formatted(name), "Choose another annotation in the dialog."));
    }

    private static void checkFinite(final GeneCoverage coverage, final int[] genes) {
        for (final int j : genes) {
            final var vector = coverage.vectors()[j];
            for (int k = 0; vector != null && k < vector.length; k++) {
                if (!Float.isFinite(vector[k])) {
                    throw new NonFiniteValueException("The embedding", j, k, vector[k])
                        .named("the vector of gene '%s'".formatted(coverage.names()[j]), "number " + (k + 1));
                }
            }
        }
    }

    /** @return an exception that tells the cell and the gene by name; the vectors are known to be finite */
    NonFiniteValueException named(final NonFiniteValueException e, final AnnData all) {
        return e.named("cell '%s'".formatted(all.obs().index()[rows[(int)e.row()]]),
            "gene '%s'".formatted(data.genes().get(e.column())));
    }
}
