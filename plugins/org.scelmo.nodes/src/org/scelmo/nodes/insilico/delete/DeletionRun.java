package org.scelmo.nodes.insilico.delete;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.GeneMatch;
import org.scelmo.core.embedding.GeneMatcher;
import org.scelmo.core.embedding.MatchReport;
import org.scelmo.core.embedding.RowSumException;
import org.scelmo.core.enrich.GeneSet;
import org.scelmo.core.insilico.Conditions;
import org.scelmo.core.insilico.DeletionOptions;
import org.scelmo.core.insilico.DeletionScore;
import org.scelmo.core.insilico.InSilicoDeletion;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.RawCounts;
import org.scelmo.nodes.support.Warnings;

/** The node's work, without KNIME: from data and settings to the rows of its tables. */
final class DeletionRun {

    private static final double LEVEL = 0.95;

    /** With so few cells, 95 % intervals hold the truth in less than 90 % of simulated data. */
    private static final int FEW_CELLS = 10;

    private final AnnData m_data;
    private final InSilicoDeleteParameters m_parameters;
    private final Warnings m_warnings;
    private final String[] m_names;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final GeneChoice m_genes;
    private final DeletedSets m_sets;
    private final ScoreTables m_tables;

    /**
     * @param data cells
     * @param vectors of genes
     * @param list names of the genes to delete; null to go by the settings
     * @param sets of genes to delete; may be empty
     */
    DeletionRun(final AnnData data, final FeatureEmbedding vectors, final Collection<String> list,
        final List<GeneSet> sets, final InSilicoDeleteParameters parameters, final Warnings warnings)
        throws IOException {
        m_data = data;
        m_parameters = parameters;
        m_warnings = warnings;
        m_names = GeneCoverage.names(data, parameters.m_geneColumn);
        final var match = GeneMatcher.matchOrFail(m_names, vectors.names());
        m_vectors = match.vectors(vectors);
        m_dimensions = vectors.dimensions();
        try {
            InSilicoDeletion.checkFinite(m_vectors);
        } catch (final NonFiniteValueException e) {
            throw e.named("gene '%s'".formatted(m_names[(int)e.row()]), "dimension " + e.column());
        }
        m_genes = new GeneChoice(parameters, list);
        m_sets = DeletedSets.of(sets, m_names, m_vectors, warnings);
        m_tables = new ScoreTables(m_names);
        warn(match);
    }

    private void warn(final GeneMatch match) {
        if (match.matched() < m_names.length) {
            m_warnings.add("%,d of %,d genes have no vector and cannot be deleted.", m_names.length - match.matched(),
                m_names.length);
        }
        final var shared = MatchReport.of(m_names, match, m_vectors, null).duplicated();
        if (!shared.isEmpty()) {
            m_warnings.add("Several genes bear the same name and are deleted one by one, but together in gene sets: "
                + "%s. Make names unique to tell them apart.", Warnings.examples(shared));
        }
        if (m_parameters.m_matched > 0 && !InSilicoDeletion.canMatch(match.matched())) {
            m_warnings.add("Only %,d genes have a vector, too few to find some that are expressed alike: each gene is "
                + "compared with all others, however strongly they are expressed.", match.matched());
        }
    }

    ScoreTables run(final Progress progress) throws IOException {
        final var conditions =
            Conditions.of(column(m_parameters.m_condition), m_parameters.m_control, m_parameters.m_disease);
        if (conditions.leftOut() > 0) {
            m_warnings.add("%,d of %,d cells are neither control nor disease and were left out.", conditions.leftOut(),
                m_data.cells());
        }
        RawCounts.warn(m_data.x().orElseThrow(), m_warnings);
        final var parts = parts(conditions);
        int n = 0;
        for (final var part : parts.entrySet()) {
            score(part.getKey(), part.getValue(),
                progress.part((double)n / parts.size(), (n + 1.0) / parts.size()));
            n++;
        }
        return m_tables;
    }

    /** Cells to compare by cell type; null stands for all. */
    private Map<String, Conditions> parts(final Conditions conditions) {
        final Map<String, Conditions> parts = new LinkedHashMap<>();
        if (AnnDataChoices.isNone(m_parameters.m_cellType)) {
            parts.put(null, conditions);
            return parts;
        }
        final var types = Groups.of(column(m_parameters.m_cellType));
        for (int t = 0; t < types.count(); t++) {
            final var within = conditions.within(types.of(), t);
            if (Math.min(within.count(Conditions.CONTROL), within.count(Conditions.DISEASE)) < m_genes.leastCells()) {
                m_warnings.add("'%s' was left out: it has %,d control and %,d disease cells.", types.names().get(t),
                    within.count(Conditions.CONTROL), within.count(Conditions.DISEASE));
            } else {
                parts.put(types.names().get(t), within);
            }
        }
        if (parts.isEmpty()) {
            throw new ScelmoException(
                "No value of '%s' has enough cells of both groups.".formatted(m_parameters.m_cellType),
                "Set 'Per cell type' to none.", "Choose another annotation.");
        }
        return parts;
    }

    private void warnOfFewCells(final String type, final Conditions conditions) {
        final int fewest = Math.min(conditions.count(Conditions.CONTROL), conditions.count(Conditions.DISEASE));
        if (m_parameters.m_bootstraps > 0 && fewest < FEW_CELLS) {
            m_warnings.add("%sThe smaller group has only %,d cells: %s.", type == null ? "" : "'" + type + "': ",
                fewest, fewest == 1 ? "there are no intervals" : "intervals are too narrow");
        }
    }

    private void score(final String type, final Conditions conditions, final Progress progress) throws IOException {
        warnOfFewCells(type, conditions);
        final var options = new DeletionOptions(m_parameters.m_mode.weights(), m_parameters.m_where.in(),
            m_parameters.m_bootstraps, LEVEL, m_parameters.m_matched, m_parameters.m_compare.comparison(),
            m_parameters.m_seed, Runtime.getRuntime().availableProcessors());
        try {
            final var deletion = InSilicoDeletion.of(m_data.x().orElseThrow(), conditions, m_vectors, m_dimensions,
                options, progress.part(0, 0.1));
            final var genes = m_genes.of(deletion.genes(), m_names, m_data.x().orElseThrow(), conditions, m_warnings,
                progress.part(0.1, 0.2));
            final var ranked = ScoreTables.ranked(deletion.scores(genes, progress.part(0.2, 0.7)));
            m_tables.add(type, deletion.before(), ranked, deletion.means());
            pairs(type, deletion, ranked, progress.part(0.7, 0.8));
            m_tables.addSets(type, deletion.before(), m_sets,
                deletion.geneSetScores(m_sets.columns(), progress.part(0.8, 1)));
        } catch (final NonFiniteValueException e) {
            throw Expression.named(e, m_data);
        } catch (final RowSumException e) {
            throw e.named(m_data.obs().index()[(int)e.row()]);
        }
    }

    private void pairs(final String type, final InSilicoDeletion deletion, final List<DeletionScore> ranked,
        final Progress progress) throws IOException {
        final var scoreOf = new HashMap<Integer, Double>();
        ranked.forEach(s -> scoreOf.put(s.gene(), s.score()));
        final var pairs = InSilicoDeletion.pairs(
            ranked.stream().limit(m_parameters.m_pairs).mapToInt(DeletionScore::gene).toArray());
        final var scores = deletion.setScores(pairs, progress);
        for (int p = 0; p < pairs.length; p++) {
            m_tables.addPair(type, pairs[p], scores[p], scoreOf.get(pairs[p][0]) + scoreOf.get(pairs[p][1]));
        }
    }

    private Column column(final String name) {
        return m_data.obs().column(name).orElseThrow(() -> new ScelmoException(
            "The cells have no annotation '%s'.".formatted(name),
            "Choose one of: %s.".formatted(String.join(", ", m_data.obs().columns().keySet()))));
    }
}
