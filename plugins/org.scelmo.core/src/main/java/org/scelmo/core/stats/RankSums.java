package org.scelmo.core.stats;

import java.util.Arrays;

/**
 * Sums of ranks of one gene in each group, among all cells or among the cells of the group and the reference. Equal
 * values share the mean of their ranks. Only values that are not zero are looked at; the zeros are one tie.
 */
final class RankSums {

    private final int[] m_sizes;
    private final int m_reference;
    private final double[] m_sums;
    private final double[] m_ties;
    private final long[] m_below;
    private final int[] m_tied;
    private final int[] m_groups;
    private int m_groupCount;
    private long m_allBelow;
    private double m_commonTies;

    /**
     * @param sizes of the groups
     * @param reference with whose cells the others are ranked, or {@link ComparedGroups#REST}
     */
    RankSums(final int[] sizes, final int reference) {
        m_sizes = sizes;
        m_reference = reference;
        m_sums = new double[sizes.length];
        m_ties = new double[sizes.length];
        m_below = new long[sizes.length];
        m_tied = new int[sizes.length];
        m_groups = new int[sizes.length];
    }

    /** Ranks a gene whose values are sorted. */
    void read(final GeneColumns columns, final int gene, final GroupMoments moments) {
        Arrays.fill(m_sums, 0);
        Arrays.fill(m_ties, 0);
        Arrays.fill(m_below, 0);
        m_allBelow = 0;
        m_commonTies = 0;
        final var entries = columns.entries();
        final int end = columns.end(gene);
        boolean zeros = true;
        int e = columns.begin(gene);
        while (e < end) {
            final long value = entries[e] >> 32;
            if (zeros && value > 0) {
                tieZeros(moments);
                zeros = false;
            }
            while (e < end && entries[e] >> 32 == value) {
                final int group = GeneColumns.group(entries[e]);
                final int from = e;
                do {
                    e++;
                } while (e < end && entries[e] == entries[from]);
                tie(group, e - from);
            }
            rank();
        }
        if (zeros) {
            tieZeros(moments);
        }
    }

    private void tieZeros(final GroupMoments moments) {
        for (int g = 0; g < m_sizes.length; g++) {
            if (m_sizes[g] > moments.expressing(g)) {
                tie(g, m_sizes[g] - moments.expressing(g));
            }
        }
        rank();
    }

    /** Adds cells of a group to those of the same value. */
    private void tie(final int group, final int cells) {
        m_groups[m_groupCount++] = group;
        m_tied[group] = cells;
    }

    /** Gives their rank to the cells of the same value. */
    private void rank() {
        if (m_reference == ComparedGroups.REST) {
            rankAmongAll();
        } else {
            rankWithReference();
        }
        for (int i = 0; i < m_groupCount; i++) {
            m_below[m_groups[i]] += m_tied[m_groups[i]];
            m_tied[m_groups[i]] = 0;
        }
        m_groupCount = 0;
    }

    private void rankAmongAll() {
        long cells = 0;
        for (int i = 0; i < m_groupCount; i++) {
            cells += m_tied[m_groups[i]];
        }
        final double rank = m_allBelow + (cells + 1) / 2.0;
        for (int i = 0; i < m_groupCount; i++) {
            m_sums[m_groups[i]] += m_tied[m_groups[i]] * rank;
        }
        m_allBelow += cells;
        m_commonTies += cubed(cells);
    }

    private void rankWithReference() {
        final int others = m_tied[m_reference];
        for (int i = 0; i < m_groupCount; i++) {
            final int group = m_groups[i];
            final long cells = (long)m_tied[group] + others;
            m_sums[group] += m_tied[group] * (m_below[group] + m_below[m_reference] + (cells + 1) / 2.0);
            m_ties[group] += cubed(cells) - cubed(others);
        }
        m_commonTies += cubed(others);
    }

    private static double cubed(final long cells) {
        final double t = cells;
        return t * t * t - t;
    }

    /**
     * @param group compared
     * @param others number of cells it is compared with
     * @param tieCorrected whether the variance takes ties into account
     * @return how many standard deviations the sum of ranks is above that of no difference; 0 if all values are the
     *          same
     */
    double score(final int group, final int others, final boolean tieCorrected) {
        final double cells = m_sizes[group];
        final long all = (long)m_sizes[group] + others;
        final double ties = tieCorrected ? 1 - (m_commonTies + m_ties[group]) / cubed(all) : 1;
        final double deviation = Math.sqrt(ties * cells * others * (all + 1) / 12);
        final double score = (m_sums[group] - cells * ((all + 1) / 2.0)) / deviation;
        return Double.isNaN(score) ? 0 : score;
    }
}
