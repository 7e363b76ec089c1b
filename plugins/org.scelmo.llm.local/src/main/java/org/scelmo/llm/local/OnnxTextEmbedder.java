package org.scelmo.llm.local;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.Usage;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;

/**
 * Embeds on threads of its own, one text a thread. The model reads the first 512 tokens of a text (some 350 words);
 * what follows makes no difference.
 */
final class OnnxTextEmbedder implements TextEmbedder {

    /** small, so that a cancel is heard within about a second */
    private static final int BATCH = 8;

    private final ExecutorService m_threads;

    private final BgeSmallModel m_model;

    OnnxTextEmbedder(final OnnxBertBiEncoder encoder, final int threads) {
        m_threads = Executors.newFixedThreadPool(threads, OnnxTextEmbedder::daemon);
        // what a thread of ours runs, it runs itself: the pool must not wait for itself
        m_model = new BgeSmallModel(encoder, Runnable::run);
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("local", "", BgeSmall.MODEL, new TreeMap<>());
    }

    @Override
    public int maximumBatch() {
        return BATCH;
    }

    @Override
    public CompletableFuture<EmbeddingAnswer> embed(final List<String> texts) {
        if (texts.isEmpty() || texts.size() > BATCH) {
            throw new IllegalArgumentException("A batch has 1 to %d texts, not %d.".formatted(BATCH, texts.size()));
        }
        final var answer = new CompletableFuture<EmbeddingAnswer>();
        final var batch = List.copyOf(texts);
        m_threads.execute(() -> compute(batch, answer));
        return answer;
    }

    @Override
    public void close() {
        m_threads.shutdownNow();
    }

    private void compute(final List<String> texts, final CompletableFuture<EmbeddingAnswer> answer) {
        try {
            final var vectors = new float[texts.size()][];
            for (int i = 0; i < vectors.length; i++) {
                if (answer.isDone() || Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                vectors[i] = m_model.embedAll(List.of(TextSegment.from(texts.get(i)))).content().get(0).vector();
            }
            answer.complete(new EmbeddingAnswer(vectors, Usage.NONE, BgeSmall.MODEL));
        } catch (final Throwable e) { // NOSONAR whoever waits must hear of errors of native code too
            answer.completeExceptionally(e);
        }
    }

    private static Thread daemon(final Runnable work) {
        final var thread = new Thread(work, "scelmo-local-model");
        thread.setDaemon(true);
        return thread;
    }
}
