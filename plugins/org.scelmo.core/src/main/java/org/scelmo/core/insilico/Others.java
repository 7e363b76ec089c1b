package org.scelmo.core.insilico;

import java.util.function.IntToDoubleFunction;

/** Means of all scores of a bin but one; scores that are not known do not count. */
final class Others {

    private final IntToDoubleFunction m_scores;
    private double m_sum;
    private int m_known;

    /** O(members). */
    Others(final int[] members, final IntToDoubleFunction scores) {
        m_scores = scores;
        for (final int i : members) {
            final double score = scores.applyAsDouble(i);
            if (!Double.isNaN(score)) {
                m_sum += score;
                m_known++;
            }
        }
    }

    /** @return how many others there are */
    int count(final int member) {
        return m_known - (Double.isNaN(m_scores.applyAsDouble(member)) ? 0 : 1);
    }

    /** @return their mean; NaN if there are none */
    double without(final int member) {
        final double own = m_scores.applyAsDouble(member);
        return Double.isNaN(own) ? m_sum / m_known : (m_sum - own) / (m_known - 1);
    }
}
