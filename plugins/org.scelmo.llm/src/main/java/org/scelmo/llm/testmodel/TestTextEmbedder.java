package org.scelmo.llm.testmodel;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.scelmo.core.ScelmoException;
import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.Usage;

/**
 * Vectors at once, offline and always the same: words and letter triples are hashed to signed positions and summed, so
 * that texts that share words are close. Unit length. Knows nothing of meaning; costs nothing.
 */
public final class TestTextEmbedder implements TextEmbedder {

    /** The name that identities hold. */
    public static final String MODEL = "test-text-embedder";

    private static final int BATCH = 1024;

    private static final int GRAM = 3;

    /** positions that one feature touches; several, so that two features rarely cancel each other */
    private static final int SPREAD = 8;

    /** a word that two texts share counts more than letters that they share by chance */
    private static final float WORD_WEIGHT = 2;

    private final int m_dimensions;

    private final long m_seed;

    /**
     * @param dimensions of the vectors, at least 1
     * @param seed another seed gives other vectors
     */
    public TestTextEmbedder(final int dimensions, final long seed) {
        if (dimensions < 1) {
            throw new ScelmoException("The vectors shall have " + dimensions + " dimensions.", "Use 1 or more.");
        }
        m_dimensions = dimensions;
        m_seed = seed;
    }

    @Override
    public ModelIdentity identity() {
        final var parameters = new TreeMap<String, String>();
        parameters.put("dimensions", Integer.toString(m_dimensions));
        parameters.put("seed", Long.toString(m_seed));
        return new ModelIdentity("test", "", MODEL, parameters);
    }

    @Override
    public int maximumBatch() {
        return BATCH;
    }

    @Override
    public CompletableFuture<EmbeddingAnswer> embed(final List<String> texts) {
        final var vectors = texts.stream().map(this::vector).toArray(float[][]::new);
        return CompletableFuture.completedFuture(new EmbeddingAnswer(vectors, Usage.NONE, MODEL));
    }

    @Override
    public void close() {
        // holds nothing
    }

    private float[] vector(final String text) {
        final var vector = new float[m_dimensions];
        final var lower = text.toLowerCase(Locale.ROOT);
        addWords(vector, lower);
        for (int i = 0; i + GRAM <= lower.length(); i++) {
            add(vector, Hash.of(m_seed, lower, i, i + GRAM), 1);
        }
        return toUnitLength(vector, Hash.of(m_seed, lower, 0, lower.length()));
    }

    private void addWords(final float[] vector, final String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i > from) {
                    add(vector, ~Hash.of(m_seed, text, from, i), WORD_WEIGHT);
                }
                from = i + 1;
            }
        }
    }

    private static void add(final float[] vector, final long feature, final float weight) {
        long hash = feature;
        for (int i = 0; i < SPREAD; i++) {
            hash = Hash.mix(hash);
            vector[(int)Math.floorMod(hash >>> 1, (long)vector.length)] += (hash & 1) == 0 ? weight : -weight;
        }
    }

    private static float[] toUnitLength(final float[] vector, final long fallback) {
        double squares = 0;
        for (final var value : vector) {
            squares += (double)value * value;
        }
        if (squares == 0) { // no feature, or all cancelled: any direction, but always the same
            vector[(int)Math.floorMod(fallback, (long)vector.length)] = 1;
            return vector;
        }
        final double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float)(vector[i] / length);
        }
        return vector;
    }
}
