package org.scelmo.nodes.support;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;

/** Checks that vectors of two inputs can be compared with each other. */
public final class EmbeddingPair {

    private static final String[] RESOLUTIONS = {"Make both with the same model and the same number of dimensions."};

    private EmbeddingPair() {
    }

    /**
     * @param first may be null, or tell no dimensions yet
     * @param second likewise
     * @throws InvalidSettingsException if both tell their dimensions, and differ
     */
    public static void checkSpecs(final EmbeddingPortObjectSpec first, final EmbeddingPortObjectSpec second)
        throws InvalidSettingsException {
        if (first != null && second != null && !first.isOpen() && !second.isOpen()
            && first.dimensions() != second.dimensions()) {
            throw Messages.invalid(text(first.dimensions(), second.dimensions()), RESOLUTIONS);
        }
    }

    /** @throws ScelmoException if an input is empty, or the dimensions differ */
    public static void check(final FeatureEmbedding first, final FeatureEmbedding second) {
        if (first.size() == 0 || second.size() == 0) {
            throw new ScelmoException("The %s input has no vectors.".formatted(first.size() == 0 ? "first" : "second"),
                "Check the node that makes the vectors.");
        }
        if (first.dimensions() != second.dimensions()) {
            throw new ScelmoException(text(first.dimensions(), second.dimensions()), RESOLUTIONS);
        }
    }

    private static String text(final int first, final int second) {
        return "The vectors have different lengths: %,d and %,d dimensions.".formatted(first, second);
    }
}
