package org.scelmo.core.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tests gene after gene in all groups compared; one per thread. Results go to arrays that threads share. */
final class GeneTests {

    private static final double PSEUDO_EXPRESSION = 1e-9;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final ComparedGroups m_groups;
    private final MarkerTest m_test;
    private final int[] m_sizes;
    private final GroupMoments m_moments;
    private final RankSums m_ranks;
    private final GroupMarkers[] m_results;

    GeneTests(final ComparedGroups groups, final MarkerTest test, final GroupMarkers[] results) {
        m_groups = groups;
        m_test = test;
        m_sizes = groups.groups().sizes();
        m_moments = new GroupMoments(m_sizes);
        m_ranks = new RankSums(m_sizes, groups.reference());
        m_results = results;
    }

    void run(final GeneColumns columns, final int gene) {
        columns.sort(gene); // sums, too, then do not depend on the order of the cells
        m_moments.read(columns, gene);
        if (m_test.isRankSum()) {
            m_ranks.read(columns, gene, m_moments);
        } else {
            m_moments.readDeviations(columns, gene, m_groups.isRest());
        }
        for (int i = 0; i < m_results.length; i++) {
            store(m_results[i], m_groups.compared()[i], gene);
        }
    }

    private void store(final GroupMarkers result, final int group, final int gene) {
        final boolean isRest = m_groups.isRest();
        final int reference = m_groups.reference();
        final double mean = m_moments.mean(group);
        final double otherMean = isRest ? m_moments.restMean(group) : m_moments.mean(reference);
        final int expressing = isRest ? m_moments.restExpressing(group) : m_moments.expressing(reference);
        result.logFoldChanges()[gene] = logFoldChange(mean, otherMean);
        result.fractions()[gene] = (double)m_moments.expressing(group) / result.cells();
        result.otherFractions()[gene] = (double)expressing / result.others();
        if (m_test.isRankSum()) {
            final double score =
                m_ranks.score(group, result.others(), m_test == MarkerTest.WILCOXON_TIE_CORRECTED);
            result.scores()[gene] = score;
            result.pValues()[gene] = 2 * NORMAL.survivalProbability(Math.abs(score));
        } else {
            final double variance = isRest ? m_moments.restVariance(group) : m_moments.variance(reference);
            final int others =
                m_test == MarkerTest.WELCH_T_OVERESTIMATED_VARIANCE ? result.cells() : result.others();
            final var welch = WelchT.of(mean, m_moments.variance(group), result.cells(), otherMean, variance, others);
            result.scores()[gene] = welch.score();
            result.pValues()[gene] = welch.pValue();
        }
    }

    private static double logFoldChange(final double mean, final double otherMean) {
        final double ratio =
            (Math.expm1(mean) + PSEUDO_EXPRESSION) / (Math.expm1(otherMean) + PSEUDO_EXPRESSION);
        final double log = Math.log(ratio) / Math.log(2);
        return Double.isFinite(log) ? log : Double.NaN;
    }
}
