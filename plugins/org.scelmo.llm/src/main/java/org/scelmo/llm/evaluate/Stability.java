package org.scelmo.llm.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a model says the same when asked again: cosines between vectors of repeated answers. The paper reports more
 * than 0.9 within a gene, and 0.74 to 0.84 between genes.
 *
 * @param names one result per name with at least two answers, in order of input
 * @param within mean cosine of all pairs of answers about the same name; NaN without any
 * @param between mean cosine of all pairs of answers about different names; NaN without any
 */
public record Stability(List<OfName> names, double within, double between) {

    /**
     * @param name asked about several times
     * @param answers how many times
     * @param mean cosine of all pairs
     * @param least cosine of the two that differ most
     */
    public record OfName(String name, int answers, double mean, double least) {
    }

    /**
     * The answers about one name.
     *
     * @param name asked about
     * @param vectors of each answer; a vector of zeros has cosine 0 with all
     */
    public record Answers(String name, List<float[]> vectors) {
    }

    /**
     * @param groups one per name, all vectors of one length; looked at once, one after the other
     * @return the cosines, accumulated in float64; O(pairs within names × dimensions)
     */
    public static Stability of(final Iterable<Answers> groups) {
        final var names = new ArrayList<OfName>();
        double within = 0;
        double pairs = 0;
        double answers = 0;
        double samePairs = 0;
        double[] sum = null;
        double ofSums = 0;
        for (final var group : groups) {
            final var units = group.vectors().stream().map(Stability::unit).toList();
            final var result = compare(group.name(), units);
            if (units.size() > 1) {
                names.add(result);
                within += result.mean() * pairs(units.size());
                pairs += pairs(units.size());
            }
            for (final var unit : units) {
                sum = sum == null ? new double[unit.length] : sum;
                add(sum, unit);
            }
            ofSums += squared(sumOf(units));
            answers += units.size();
            samePairs += pairs(units.size());
        }
        // the squared length of a sum of unit vectors is the sum of the cosines of all ordered pairs
        final double differentPairs = pairs(answers) - samePairs;
        final double between = sum == null ? 0 : (squared(sum) - ofSums) / 2;
        return new Stability(names, within / pairs, between / differentPairs);
    }

    private static OfName compare(final String name, final List<double[]> units) {
        double sum = 0;
        double least = 1;
        for (int i = 0; i < units.size(); i++) {
            for (int j = 0; j < i; j++) {
                final double cosine = dot(units.get(i), units.get(j));
                sum += cosine;
                least = Math.min(least, cosine);
            }
        }
        return new OfName(name, units.size(), sum / pairs(units.size()), least);
    }

    private static double pairs(final double n) {
        return n * (n - 1) / 2;
    }

    private static double[] unit(final float[] vector) {
        final var unit = new double[vector.length];
        for (int j = 0; j < unit.length; j++) {
            unit[j] = vector[j];
        }
        final double length = Math.sqrt(squared(unit));
        for (int j = 0; j < unit.length && length > 0; j++) {
            unit[j] /= length;
        }
        return unit;
    }

    private static double[] sumOf(final List<double[]> units) {
        final var sum = units.isEmpty() ? new double[0] : new double[units.get(0).length];
        units.forEach(u -> add(sum, u));
        return sum;
    }

    private static void add(final double[] sum, final double[] unit) {
        for (int j = 0; j < unit.length; j++) {
            sum[j] += unit[j];
        }
    }

    private static double squared(final double[] a) {
        return dot(a, a);
    }

    private static double dot(final double[] a, final double[] b) {
        double dot = 0;
        for (int j = 0; j < a.length; j++) {
            dot += a[j] * b[j];
        }
        return dot;
    }
}
