package org.scelmo.adaptor.network;

/**
 * Adam (Kingma and Ba 2015) as PyTorch computes it: β 0.9 and 0.999, ε 1e-8 added after the bias correction, no weight
 * decay. (ND4J's adds ε before it.)
 */
public final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double m_rate;
    private final Weights m_mean;
    private final Weights m_square;
    private int m_steps;

    /** @param rate learning rate; 1e-3 is published */
    public Adam(final LayerSizes sizes, final double rate) {
        m_rate = rate;
        m_mean = Weights.zeros(sizes);
        m_square = Weights.zeros(sizes);
    }

    /** Changes the weights by one step against the gradient; O(parameters). */
    public void step(final Weights weights, final Weights gradient) {
        m_steps++;
        final float rate = (float)(m_rate / (1 - Math.pow(BETA1, m_steps)));
        final float root = (float)Math.sqrt(1 - Math.pow(BETA2, m_steps));
        step(weights.tower(), gradient.tower(), m_mean.tower(), m_square.tower(), rate, root);
        step(weights.classifier(), gradient.classifier(), m_mean.classifier(), m_square.classifier(), rate, root);
    }

    private static void step(final float[] weights, final float[] gradient, final float[] mean, final float[] square,
        final float rate, final float root) {
        for (int i = 0; i < weights.length; i++) {
            final float g = gradient[i];
            mean[i] += (float)(1 - BETA1) * (g - mean[i]);
            square[i] = (float)BETA2 * square[i] + (float)(1 - BETA2) * g * g;
            weights[i] -= rate * mean[i] / ((float)Math.sqrt(square[i]) / root + (float)EPSILON);
        }
    }
}
