package org.scelmo.adaptor.loss;

import java.util.Arrays;

/**
 * Softmax cross-entropy, the mean over the cells weighted by class.
 *
 * @param weights one per class, positive; the array itself
 */
public record CrossEntropy(double[] weights) {

    /** @return all classes weigh the same: what is published */
    public static CrossEntropy unweighted(final int classes) {
        final var weights = new double[classes];
        Arrays.fill(weights, 1);
        return new CrossEntropy(weights);
    }

    /**
     * @param labels class of each training cell
     * @param classes number of classes, each with at least one cell
     * @return weights so that all classes together weigh the same: cells / (classes × cells of the class)
     */
    public static CrossEntropy balanced(final int[] labels, final int classes) {
        final var counts = new int[classes];
        for (final int label : labels) {
            counts[label]++;
        }
        return new CrossEntropy(Arrays.stream(counts).mapToDouble(n -> labels.length / ((double)classes * n)).toArray());
    }

    /**
     * @param logits cells × classes; replaced by the gradient with respect to them
     * @param labels class of each cell
     * @return the value; O(cells × classes)
     */
    public double evaluate(final double[][] logits, final int[] labels) {
        double total = 0;
        for (final int label : labels) {
            total += weights[label];
        }
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += cell(logits[i], labels[i], weights[labels[i]] / total);
        }
        return sum;
    }

    private static double cell(final double[] row, final int label, final double weight) {
        final double logit = row[label];
        final double log = toProbabilities(row);
        for (int c = 0; c < row.length; c++) {
            row[c] *= weight;
        }
        row[label] -= weight;
        return weight * (log - logit);
    }

    /**
     * @param row logits of one cell; replaced by probabilities
     * @return the logarithm of the sum of their exponentials
     */
    public static double toProbabilities(final double[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (final double x : row) {
            largest = Math.max(largest, x);
        }
        double total = 0;
        for (int c = 0; c < row.length; c++) {
            row[c] = Math.exp(row[c] - largest);
            total += row[c];
        }
        for (int c = 0; c < row.length; c++) {
            row[c] /= total;
        }
        return largest + Math.log(total);
    }
}
