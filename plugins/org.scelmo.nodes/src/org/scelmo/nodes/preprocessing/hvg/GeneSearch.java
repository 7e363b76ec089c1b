package org.scelmo.nodes.preprocessing.hvg;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.preprocess.HighlyVariableGenes;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.core.preprocess.StandardizedVariances;
import org.scelmo.nodes.preprocessing.hvg.HighlyVariableGenesParameters.Flavor;
import org.scelmo.nodes.support.Warnings;

/** Finds the genes as the settings ask, and says what is odd about the values. */
final class GeneSearch {

    private final AnnData m_data;
    private final HighlyVariableGenesParameters m_parameters;
    private final Warnings m_warnings;

    GeneSearch(final AnnData data, final HighlyVariableGenesParameters parameters, final Warnings warnings) {
        m_data = data;
        m_parameters = parameters;
        m_warnings = warnings;
    }

    GeneMarks inLogarithms(final Progress progress) throws IOException {
        final var x = m_data.x().orElseThrow();
        final var flavor = m_parameters.m_flavor == Flavor.SEURAT ? HighlyVariableGenes.Flavor.SEURAT
            : HighlyVariableGenes.Flavor.CELL_RANGER;
        final var choice = m_parameters.choice();
        final var batches = batches();
        final var found = batches == null ? HighlyVariableGenes.find(x, flavor, choice, progress)
            : HighlyVariableGenes.find(x, m_data.var().index(), batches.codes(), batches.count(), flavor, choice,
                progress);
        if (found.wholeNumbers()) {
            m_warnings.add("All values of X are whole numbers; log-normalized expression is needed. "
                + "Use Normalize Counts before this node.");
        }
        return GeneMarks.of(found);
    }

    GeneMarks inCounts(final CountsSource source, final Progress progress) throws IOException {
        final var counts = source.in(m_data);
        final var batches = batches();
        final var found = StandardizedVariances.find(counts, batches == null ? null : batches.codes(),
            batches == null ? 1 : batches.count(), m_parameters.m_topGenes, progress.part(0, 0.7));
        if (!found.wholeNumbers()) {
            final var look = NormalizationCheck.of(counts, progress.part(0.7, 1));
            if (look.isNormalized()) {
                throw new ScelmoException("Seurat v3 needs counts, but those in %s look normalized. %s"
                    .formatted(source.text(), look.reason()),
                    "Choose the matrix with the counts in the dialog; Normalize Counts keeps them as a layer.",
                    "Choose the method Seurat or Cell Ranger, which take log-normalized expression.");
            }
            m_warnings.add("Seurat v3 is made for counts, but not all values of %s are whole numbers.", source.text());
        }
        if (found.singular() > 0) {
            m_warnings.add("Many genes have the same few means, so that the trend of the variance is uncertain there. "
                + "Remove genes that only few cells express.");
        }
        return GeneMarks.of(found, batches != null);
    }

    /** Null without batches. */
    private Batches batches() {
        if (!m_parameters.isBatched()) {
            return null;
        }
        final var batches = Batches.of(m_data.obs().column(m_parameters.m_batch).orElseThrow());
        if (batches.missing() > 0) {
            m_warnings.add("%,d of %,d cells have no batch and are left out.", batches.missing(), m_data.cells());
        }
        return batches;
    }
}
