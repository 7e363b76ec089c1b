package org.scelmo.llm.openai;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.Usage;

import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;

/** Puts vectors into the order of their texts and refuses what is missing, doubled, infinite or of another length. */
final class Vectors {

    private final OptionalInt m_asked;

    private final Function<String, ModelException> m_malformed;

    /** the length of the first vector that came; 0 before */
    private final AtomicInteger m_length = new AtomicInteger();

    Vectors(final OptionalInt asked, final Function<String, ModelException> malformed) {
        m_asked = asked;
        m_malformed = malformed;
    }

    EmbeddingAnswer of(final CreateEmbeddingResponse response, final int texts) {
        final var data = response._data().asKnown().orElseThrow(() -> m_malformed.apply("holds no vectors."));
        if (data.size() != texts) {
            throw m_malformed.apply("holds " + data.size() + " vectors for " + texts + " texts.");
        }
        final var vectors = new float[texts][];
        for (final var item : data) {
            final int index = index(item, texts);
            if (vectors[index] != null) {
                throw m_malformed.apply("holds two vectors for text " + (index + 1) + ".");
            }
            vectors[index] = vector(item.embedding());
        }
        return new EmbeddingAnswer(vectors, usage(response), response._model().asString().orElse(""));
    }

    private int index(final Embedding item, final int texts) {
        final long index = item._index().asNumber().map(Number::longValue)
            .orElseThrow(() -> m_malformed.apply("holds a vector that does not say which text it belongs to."));
        if (index < 0 || index >= texts) {
            throw m_malformed.apply("holds a vector for text " + (index + 1) + " of " + texts + ".");
        }
        return (int)index;
    }

    private float[] vector(final List<Float> numbers) {
        checkLength(numbers.size());
        final var vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i);
            if (!Float.isFinite(vector[i])) {
                throw m_malformed.apply("holds a vector with a number that is not finite.");
            }
        }
        return vector;
    }

    private void checkLength(final int length) {
        if (length == 0) {
            throw m_malformed.apply("holds an empty vector.");
        }
        if (m_asked.isPresent() && m_asked.getAsInt() != length) {
            throw m_malformed.apply("holds vectors of " + length + " dimensions, " + m_asked.getAsInt()
                + " were asked for. This model cannot shorten its vectors: leave the dimensions open.");
        }
        if (!m_length.compareAndSet(0, length) && m_length.get() != length) {
            throw m_malformed.apply("holds vectors of " + length + " dimensions, earlier ones had " + m_length.get()
                + ".");
        }
    }

    private static Usage usage(final CreateEmbeddingResponse response) {
        return response._usage().asKnown()
            .map(u -> new Usage(u._promptTokens().asNumber().map(Number::longValue).orElse(0L), 0)).orElse(Usage.NONE);
    }
}
