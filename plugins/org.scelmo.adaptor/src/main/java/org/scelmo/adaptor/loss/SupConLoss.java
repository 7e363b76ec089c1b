package org.scelmo.adaptor.loss;

import java.util.Arrays;

import org.scelmo.adaptor.parallel.Team;

/**
 * Supervised contrastive loss (Khosla et al. 2020): for each cell that has another one of its class in the batch, minus
 * the mean over these of {@code log(exp(s(i, p) / t) / Σ_{j ≠ i} exp(s(i, j) / t))} with the cosine s; the value is the
 * mean over such cells. O(B² × dimensions) time, O(B²) memory.
 *
 * @param temperature t, above 0; {@value #DEFAULT_TEMPERATURE} is usual
 */
public record SupConLoss(double temperature) implements ContrastiveLoss {

    public static final double DEFAULT_TEMPERATURE = 0.1;

    private static final int STRETCH = 32;

    public SupConLoss {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("The temperature must be a positive number, not " + temperature + ".");
        }
    }

    public SupConLoss() {
        this(DEFAULT_TEMPERATURE);
    }

    @Override
    public double evaluate(final double[][] embeddings, final int[] labels, final double scale,
        final double[][] gradient, final Team team) {
        final var unit = new UnitRows(embeddings);
        final var columns = unit.transposed();
        final var slopes = new double[labels.length][labels.length];
        final var values = new double[labels.length];
        team.runStretches(labels.length, STRETCH, (from, to) -> {
            for (int i = from; i < to; i++) {
                addSimilarities(unit.rows()[i], columns, slopes[i]);
                values[i] = anchor(i, slopes[i], labels);
            }
        });
        double sum = 0;
        int anchors = 0;
        for (final double value : values) {
            sum += value;
            anchors += value > 0 ? 1 : 0;
        }
        if (anchors == 0) {
            return 0;
        }
        final double factor = scale / (anchors * temperature);
        team.runStretches(labels.length, STRETCH, (from, to) -> backward(unit, slopes, factor, gradient, from, to));
        return sum / anchors;
    }

    private void addSimilarities(final double[] z, final double[][] columns, final double[] similarities) {
        for (int k = 0; k < columns.length; k++) {
            axpy(similarities, z[k] / temperature, columns[k]);
        }
    }

    /** Turns a row of similarities into the derivative of the anchor's value by them, and returns the value. */
    private static double anchor(final int i, final double[] row, final int[] labels) {
        int positives = 0;
        double largest = Double.NEGATIVE_INFINITY;
        double sumOfPositives = 0;
        for (int j = 0; j < row.length; j++) {
            if (j != i) {
                largest = Math.max(largest, row[j]);
                if (labels[j] == labels[i]) {
                    positives++;
                    sumOfPositives += row[j];
                }
            }
        }
        row[i] = Double.NEGATIVE_INFINITY; // has no share in the sum below
        if (positives == 0) {
            Arrays.fill(row, 0);
            return 0;
        }
        double total = 0;
        for (int j = 0; j < row.length; j++) {
            row[j] = Math.exp(row[j] - largest);
            total += row[j];
        }
        for (int j = 0; j < row.length; j++) {
            row[j] /= total;
            if (j != i && labels[j] == labels[i]) {
                row[j] -= 1.0 / positives;
            }
        }
        return Math.log(total) + largest - sumOfPositives / positives;
    }

    private static void backward(final UnitRows unit, final double[][] slopes, final double scale,
        final double[][] gradient, final int from, final int to) {
        final var z = unit.rows();
        for (int i = from; i < to; i++) {
            final var sum = new double[z[i].length];
            for (int j = 0; j < z.length; j++) {
                axpy(sum, slopes[i][j] + slopes[j][i], z[j]);
            }
            unit.backward(i, sum, scale, gradient[i]);
        }
    }

    private static void axpy(final double[] sum, final double weight, final double[] values) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] = Math.fma(weight, values[k], sum[k]);
        }
    }
}
