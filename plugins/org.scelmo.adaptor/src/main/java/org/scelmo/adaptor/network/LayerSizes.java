package org.scelmo.adaptor.network;

/**
 * Widths of the layers.
 *
 * @param input length of the gene vectors
 * @param hidden of the layer with ReLU; 64 is published
 * @param output dimensions of the adapted embedding; 32 is published
 * @param classes of the classifier
 */
public record LayerSizes(int input, int hidden, int output, int classes) {

    public static final int DEFAULT_HIDDEN = 64;
    public static final int DEFAULT_OUTPUT = 32;

    public LayerSizes {
        if (input < 1 || hidden < 1 || output < 1 || classes < 1) {
            throw new IllegalArgumentException(
                "Layers need at least one unit: %d, %d, %d, %d.".formatted(input, hidden, output, classes));
        }
        if ((long)input * hidden + (long)hidden * output > 1 << 28 || (long)output * classes > 1 << 28) {
            throw new IllegalArgumentException(
                "Layers of %d, %d, %d and %d units are too large.".formatted(input, hidden, output, classes));
        }
    }

    /** @return number of weights and biases of the tower's two layers */
    public int towerParameters() {
        return input * hidden + hidden + hidden * output + output;
    }

    /** @return number of weights and biases of the classifier */
    public int classifierParameters() {
        return output * classes + classes;
    }
}
