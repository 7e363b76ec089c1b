package org.scelmo.llm.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.Usage;

/** An embedder of this process that does what a test wants, and remembers what it was asked. */
final class FakeVectors implements TextEmbedder {

    private final Function<List<String>, CompletableFuture<EmbeddingAnswer>> m_behavior;
    private final List<List<String>> m_asked = Collections.synchronizedList(new ArrayList<>());

    FakeVectors(final Function<List<String>, CompletableFuture<EmbeddingAnswer>> behavior) {
        m_behavior = behavior;
    }

    static FakeVectors quick() {
        return new FakeVectors(texts -> CompletableFuture.completedFuture(answer(texts)));
    }

    static EmbeddingAnswer answer(final List<String> texts) {
        return answer(texts.stream().map(FakeVectors::vector).toArray(float[][]::new));
    }

    static EmbeddingAnswer answer(final float[]... vectors) {
        return new EmbeddingAnswer(vectors, new Usage(10L * vectors.length + 1, 0), "fake-1");
    }

    static float[] vector(final String text) {
        return new float[]{text.length(), text.hashCode() % 1000, 1};
    }

    static CompletableFuture<EmbeddingAnswer> failed(final ModelException.Kind kind) {
        return CompletableFuture.failedFuture(new ModelException(kind, null, "It failed: " + kind + "."));
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("fake", "", "text-embedding-3-small", new TreeMap<>());
    }

    @Override
    public int maximumBatch() {
        return 10;
    }

    @Override
    public CompletableFuture<EmbeddingAnswer> embed(final List<String> texts) {
        m_asked.add(texts);
        return m_behavior.apply(texts);
    }

    List<List<String>> asked() {
        return List.copyOf(m_asked);
    }

    List<String> texts() {
        return asked().stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
