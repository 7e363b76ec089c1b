package org.scelmo.llm.evaluate;

import java.util.List;

/**
 * What stands for a precision of zero, which would make the whole score zero: the methods of Chen and Cherry (2014),
 * with the numbering and the constants of NLTK 3.8.
 */
public enum BleuSmoothing {

    /** nothing: a missing n-gram counts as the smallest positive double, so that the score is about 1e-78 */
    NONE {
        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            return p.stream().mapToDouble(x -> x.matches() == 0 ? Double.MIN_NORMAL : x.value()).toArray();
        }
    },

    /** method 1: 0.1 matches instead of none */
    ADD_EPSILON {
        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            return p.stream().mapToDouble(x -> x.matches() == 0 ? EPSILON / x.total() : x.value()).toArray();
        }
    },

    /** method 2: one more match and one more n-gram for all but single words */
    ADD_ONE {
        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            final var smoothed = plain(p);
            for (int i = 1; i < smoothed.length; i++) {
                smoothed[i] = (p.get(i).matches() + 1.0) / (p.get(i).total() + 1.0);
            }
            return smoothed;
        }
    },

    /** method 3: 1/2, 1/4, … matches for the first, second, … length without one, as NIST's script does */
    GEOMETRIC {
        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            return geometric(p, 1);
        }
    },

    /** method 4: as {@link #GEOMETRIC}, less for short texts */
    GEOMETRIC_BY_LENGTH {
        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            return words > 1 ? geometric(p, Math.log(words) / K) : plain(p);
        }
    },

    /** method 5: the mean with the precisions of the neighboring lengths */
    NEIGHBOR_MEAN {
        @Override
        boolean looksAhead() {
            return true;
        }

        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            return neighborMean(plain(p));
        }
    },

    /** method 6: from trigrams on, interpolated with what the two shorter lengths let expect */
    INTERPOLATED {
        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            final var smoothed = plain(p);
            for (int i = 2; i < smoothed.length; i++) {
                final double before = smoothed[i - 2];
                final double expected = before == 0 ? 0 : smoothed[i - 1] * smoothed[i - 1] / before;
                smoothed[i] =
                    (p.get(i).matches() + ALPHA * expected) / (Math.max(0, words - i) + ALPHA);
            }
            return smoothed;
        }
    },

    /** method 7: method 4, then method 5 */
    GEOMETRIC_AND_MEAN {
        @Override
        boolean looksAhead() {
            return true;
        }

        @Override
        double[] smooth(final List<NgramPrecision> p, final int words) {
            final int n = p.size() - 1;
            final var smoothed = plain(p);
            System.arraycopy(GEOMETRIC_BY_LENGTH.smooth(p.subList(0, n), words), 0, smoothed, 0, n);
            return neighborMean(smoothed);
        }
    };

    private static final double EPSILON = 0.1;
    private static final double K = 5;
    private static final double ALPHA = 5;

    /** @return whether {@link #smooth} needs the precision of one length more than it returns */
    boolean looksAhead() {
        return false;
    }

    /** @return a precision for each length, 1 first */
    abstract double[] smooth(List<NgramPrecision> precisions, int words);

    private static double[] plain(final List<NgramPrecision> p) {
        return p.stream().mapToDouble(NgramPrecision::value).toArray();
    }

    private static double[] geometric(final List<NgramPrecision> p, final double factor) {
        final var smoothed = plain(p);
        double share = factor;
        for (int i = 0; i < smoothed.length; i++) {
            if (p.get(i).matches() == 0) {
                share /= 2;
                smoothed[i] = share / p.get(i).total();
            }
        }
        return smoothed;
    }

    private static double[] neighborMean(final double[] p) {
        final var smoothed = new double[p.length - 1];
        double before = p[0] + 1;
        for (int i = 0; i < smoothed.length; i++) {
            smoothed[i] = (before + p[i] + p[i + 1]) / 3;
            before = smoothed[i];
        }
        return smoothed;
    }
}
