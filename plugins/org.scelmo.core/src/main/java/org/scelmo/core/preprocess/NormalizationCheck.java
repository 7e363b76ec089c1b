package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Tells from the values of a matrix whether they are counts or were normalized, and why; finds the cells' totals in the
 * same pass.
 */
public final class NormalizationCheck {

    /** What the values look like. */
    public enum State {
        /** Whole numbers: counts. */
        COUNTS,
        /** Fractions that show no sign of normalization, for example counts corrected for ambient RNA. */
        CORRECTED_COUNTS,
        /** Every cell has the same sum. */
        NORMALIZED,
        /** Logarithms, by the same sums of exp(x) − 1 or, where genes are missing, by small values. */
        LOG_NORMALIZED
    }

    /** Sums are judged on the first so many cells that have counts. */
    private static final int SAMPLE = 1000;
    /** Relative range of sums that float32 files leave, with room. */
    private static final double SAME = 1e-3;
    /** exp(15) is 3.3 million: no normalized count is larger, and no data set of counts keeps below it in fractions. */
    private static final double LARGEST_LOGARITHM = 15;
    /** From here on numbers are told without decimals. */
    private static final double MANY = 1000;

    private final double[] m_totals;
    private final State m_state;
    private final String m_reason;

    private NormalizationCheck(final double[] totals, final State state, final String reason) {
        m_totals = totals;
        m_state = state;
        m_reason = reason;
    }

    /**
     * @param x expression, cells × genes, read once; O(nnz)
     * @param progress told after each block
     * @return what it looks like
     * @throws IOException if X cannot be read
     * @throws UnfitExpressionException if X holds a negative value
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static NormalizationCheck of(final RowBlocks x, final Progress progress) throws IOException {
        final var look = new Look(Math.toIntExact(x.rows()));
        Rows.visit(x, look, "Looking at the values", progress);
        return look.judge();
    }

    public State state() {
        return m_state;
    }

    /** @return why it looks so, as a sentence */
    public String reason() {
        return m_reason;
    }

    /** @return whether it was normalized already, with or without logarithm */
    public boolean isNormalized() {
        return m_state == State.NORMALIZED || m_state == State.LOG_NORMALIZED;
    }

    /** @return the cells' sums themselves, in float64 */
    public double[] totals() {
        return m_totals;
    }

    /** @return number of cells whose sum is zero */
    public int emptyCells() {
        return (int)Arrays.stream(m_totals).filter(t -> t == 0).count();
    }

    /** @return median of the sums of the cells that have counts, scanpy's default target; NaN if none has */
    public double medianTotal() {
        return Statistics.median(Arrays.stream(m_totals).filter(t -> t > 0).toArray());
    }

    /** Gathers what the judgement needs. */
    private static final class Look implements Rows.Visitor {

        private final double[] m_totals;
        private final Range m_sums = new Range();
        private final Range m_exponentials = new Range();
        private long m_fractions;
        private float m_largest;
        private int m_sampled;

        Look(final int cells) {
            m_totals = new double[cells];
        }

        @Override
        public void visit(final long row, final CsrMatrix block, final int local) {
            Values.checkNotNegative(row, block, local);
            final boolean sampled = m_sampled < SAMPLE;
            double exponentials = 0;
            double sum = 0;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final float value = block.values()[e];
                sum += value;
                m_largest = Math.max(m_largest, value);
                m_fractions += Values.isWhole(value) ? 0 : 1;
                exponentials += sampled ? Math.expm1(value) : 0;
            }
            m_totals[(int)row] = sum;
            if (sampled && sum > 0) {
                m_sampled++;
                m_sums.add(sum);
                m_exponentials.add(exponentials);
            }
        }

        NormalizationCheck judge() {
            if (m_fractions == 0) {
                return verdict(State.COUNTS, "All values are whole numbers.");
            } else if (m_sums.isNarrow()) {
                return verdict(State.NORMALIZED, "The values are not whole numbers, and every cell sums to %s.",
                    number(m_sums.m_max));
            } else if (m_exponentials.isNarrow()) {
                return verdict(State.LOG_NORMALIZED,
                    "The values are not whole numbers, and exp(x) − 1 of every cell sums to %s.",
                    number(m_exponentials.m_max));
            } else if (m_largest <= LARGEST_LOGARITHM) {
                return verdict(State.LOG_NORMALIZED,
                    "The values are not whole numbers, and the largest of all is %s, as small as a logarithm.",
                    number(m_largest));
            }
            return verdict(State.CORRECTED_COUNTS, "%,d values are not whole numbers, but they are too large for "
                + "logarithms (up to %s), and the sums of cells differ.", m_fractions, number(m_largest));
        }

        /** Four digits, or all before the point. */
        private static String number(final double value) {
            return String.format(Locale.ROOT, value >= MANY ? "%,.0f" : "%.4g", value);
        }

        private NormalizationCheck verdict(final State state, final String reason, final Object... numbers) {
            return new NormalizationCheck(m_totals, state, String.format(Locale.ROOT, reason, numbers));
        }
    }

    /** Smallest and largest of some sums. */
    private static final class Range {

        private double m_min = Double.POSITIVE_INFINITY;
        private double m_max = Double.NEGATIVE_INFINITY;
        private int m_count;

        void add(final double sum) {
            m_min = Math.min(m_min, sum);
            m_max = Math.max(m_max, sum);
            m_count++;
        }

        /** A single cell says nothing. */
        boolean isNarrow() {
            return m_count > 1 && m_max - m_min <= SAME * m_max;
        }
    }
}
