package org.scelmo.adaptor.model;

import org.scelmo.adaptor.network.AdaptorNetwork;
import org.scelmo.adaptor.network.LinearClassifier;
import org.scelmo.core.embedding.GeneMatch;
import org.scelmo.core.embedding.GeneMatcher;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * An adaptor on cells with genes of their own: one sparse product, no native code. Genes that the adaptor does not know
 * count nothing; genes that it knows, but had no vector, count as in training.
 *
 * @param model the adaptor
 * @param match which of the adaptor's genes each gene of the cells is
 * @param factors one row per gene of the cells
 */
public record AppliedAdaptor(AdaptorModel model, GeneMatch match, float[][] factors) {

    /**
     * @param genes names of the cells' genes, in the order of X's columns; null never matches
     * @throws org.scelmo.core.embedding.NoGeneMatchException if the adaptor knows none of them
     */
    public static AppliedAdaptor of(final AdaptorModel model, final String[] genes) {
        final var match = GeneMatcher.matchOrFail(genes, model.genes());
        final var unknown = new float[model.weights().sizes().output()];
        final var factors = new float[genes.length][];
        for (int j = 0; j < factors.length; j++) {
            final int row = match.rowOfGene()[j];
            factors[j] = row < 0 ? unknown : model.factors()[row];
        }
        return new AppliedAdaptor(model, match, factors);
    }

    /**
     * @param cells cells × genes, log-normalised as in training
     * @param check called every few milliseconds; what it throws ends the work
     * @return adapted embedding, cells × output
     */
    public float[][] embed(final CsrMatrix cells, final Runnable check) {
        return AdaptorNetwork.embed(cells, factors, check);
    }

    /**
     * @param embeddings as {@link #embed} returned them
     * @return probability of each class, cells × classes
     */
    public double[][] probabilities(final float[][] embeddings) {
        return new LinearClassifier(model.weights())
            .probabilities(AdaptorNetwork.doubles(embeddings, 0, embeddings.length));
    }
}
