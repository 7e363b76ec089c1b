package org.scelmo.core.annotate;

/**
 * How well one class was found. An undefined ratio (0 / 0) is 0.
 *
 * @param label the class
 * @param precision correct ones among those predicted to be of this class
 * @param recall correct ones among those that are of this class
 * @param f1 harmonic mean of the two
 * @param support number of cells that are of this class
 * @param predicted number of cells predicted to be of this class
 */
public record ClassScore(String label, double precision, double recall, double f1, long support, long predicted) {

    static ClassScore of(final String label, final long correct, final long support, final long predicted) {
        return new ClassScore(label, ratio(correct, predicted), ratio(correct, support),
            ratio(2 * correct, support + predicted), support, predicted);
    }

    private static double ratio(final long part, final long whole) {
        return whole == 0 ? 0 : (double)part / whole;
    }
}
