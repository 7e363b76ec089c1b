package org.scelmo.adaptor.network;

import java.util.Random;

/**
 * All that is learned, or its gradient, in PyTorch's order: of each layer the weights, output × input, then the biases.
 *
 * @param sizes of the layers
 * @param tower both layers of the tower; the array itself
 * @param classifier the linear layer on top; the array itself
 */
public record Weights(LayerSizes sizes, float[] tower, float[] classifier) {

    public Weights {
        if (tower.length != sizes.towerParameters() || classifier.length != sizes.classifierParameters()) {
            throw new IllegalArgumentException("%s has %d and %d parameters, not %d and %d.".formatted(sizes,
                sizes.towerParameters(), sizes.classifierParameters(), tower.length, classifier.length));
        }
    }

    public static Weights zeros(final LayerSizes sizes) {
        return new Weights(sizes, new float[sizes.towerParameters()], new float[sizes.classifierParameters()]);
    }

    /** @return weights and biases uniform within ±1/√inputs of their layer: PyTorch's default */
    public static Weights random(final LayerSizes sizes, final long seed) {
        final var weights = zeros(sizes);
        final var random = new Random(seed);
        final int first = (sizes.input() + 1) * sizes.hidden();
        fill(weights.tower, 0, first, sizes.input(), random);
        fill(weights.tower, first, weights.tower.length, sizes.hidden(), random);
        fill(weights.classifier, 0, weights.classifier.length, sizes.output(), random);
        return weights;
    }

    private static void fill(final float[] values, final int from, final int to, final int inputs, final Random random) {
        final double bound = 1 / Math.sqrt(inputs);
        for (int i = from; i < to; i++) {
            values[i] = (float)((2 * random.nextDouble() - 1) * bound);
        }
    }

    public Weights copy() {
        return new Weights(sizes, tower.clone(), classifier.clone());
    }

    /** @return whether no weight is NaN or infinite */
    public boolean isFinite() {
        return isFinite(tower) && isFinite(classifier);
    }

    private static boolean isFinite(final float[] values) {
        for (final float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
