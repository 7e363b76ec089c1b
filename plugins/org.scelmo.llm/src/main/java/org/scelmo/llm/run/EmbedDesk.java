package org.scelmo.llm.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cache.Lookup;
import org.scelmo.llm.cache.VectorAnswer;
import org.scelmo.llm.cost.Tokenizer;
import org.scelmo.llm.model.EmbeddingAnswer;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.prompt.PromptHash;

/** Asks for vectors, many texts per call. Remembers the length that all vectors of the run must have. */
final class EmbedDesk implements Desk<String, VectorAnswer> {

    private final TextEmbedder m_model;
    private final AnswerCache m_cache;
    private final Tokenizer m_tokenizer;
    private final EmbedOptions m_options;
    private int m_dimensions;

    EmbedDesk(final TextEmbedder model, final AnswerCache cache, final Tokenizer tokenizer, final EmbedOptions options) {
        m_model = model;
        m_cache = cache;
        m_tokenizer = tokenizer;
        m_options = options;
        m_dimensions = options.dimensions();
    }

    Tokenizer tokenizer() {
        return m_tokenizer;
    }

    /** Cleans the text of a row, and looks whether it can be embedded. */
    Row<String> row(final EmbedRow row) {
        if (row.text().isEmpty()) {
            return new Row<>(row.name(), Optional.empty(), row.problem(), RowStatus.ERROR);
        }
        final var text = m_options.cleaning().clean(row.text().get());
        if (text.isBlank()) {
            return new Row<>(row.name(), Optional.empty(), "The text is empty.", RowStatus.EMPTY);
        }
        // a token has at least one byte: most texts need not be counted
        final int longest = m_options.longestText();
        if (3L * text.length() <= longest || tokens(text) <= longest) {
            return new Row<>(row.name(), Optional.of(text), "", RowStatus.OK);
        }
        return m_options.cutLongTexts()
            ? new Row<>(row.name(), Optional.of(m_tokenizer.truncate(text, longest)), "", RowStatus.TRUNCATED)
            : new Row<>(row.name(), Optional.empty(),
                "The text has %,d tokens; at most %,d can be embedded.".formatted(tokens(text), longest),
                RowStatus.ERROR);
    }

    @Override
    public String hash(final String text) {
        return PromptHash.of(text);
    }

    @Override
    public int tokens(final String text) {
        return m_tokenizer.count(text);
    }

    @Override
    public Lookup<Known<VectorAnswer>> known(final Collection<String> hashes) {
        final var lookup = m_cache.vectors(m_model.identity(), hashes);
        final var known = new HashMap<String, Known<VectorAnswer>>();
        lookup.found().forEach((hash, cached) -> {
            if (problem(cached.answer()).isEmpty()) {
                known.put(hash, new Known<>(cached.answer(), cached.time()));
            }
        });
        return new Lookup<>(known, lookup.damaged());
    }

    @Override
    public int mostQuestions() {
        return Math.min(m_options.batch(), m_model.maximumBatch());
    }

    @Override
    public long mostTokens() {
        return m_options.batchTokens();
    }

    @Override
    public Usage most(final long inputTokens, final int questions) {
        // the provider's count may differ a little from ours, and more where ours is estimated
        final long margin = m_tokenizer.isEstimated() ? inputTokens : inputTokens / 10;
        return new Usage(inputTokens + margin + 10L * questions, 0);
    }

    @Override
    public CompletableFuture<List<Reply<VectorAnswer>>> ask(final List<String> texts) {
        return Cancelable.map(m_model.embed(texts), answer -> replies(texts, answer));
    }

    @Override
    public Optional<String> problem(final VectorAnswer answer) {
        final int length = answer.vector().length;
        if (m_dimensions == 0) {
            m_dimensions = length;
        }
        return length == m_dimensions ? Optional.empty()
            : Optional.of("The model answered with a vector of %,d numbers, not %,d.".formatted(length, m_dimensions));
    }

    @Override
    public Instant store(final Map<String, VectorAnswer> answers) {
        return m_cache.putVectors(m_model.identity(), answers);
    }

    private List<Reply<VectorAnswer>> replies(final List<String> texts, final EmbeddingAnswer answer) {
        final var vectors = answer.vectors();
        if (vectors.length != texts.size()) {
            throw malformed("%,d vectors for %,d texts".formatted(vectors.length, texts.size()));
        }
        final var tokens = texts.stream().mapToLong(this::tokens).toArray();
        final var shares = shares(answer.usage().inputTokens(), tokens);
        final var replies = new ArrayList<Reply<VectorAnswer>>();
        for (int i = 0; i < vectors.length; i++) {
            checkFinite(vectors[i]);
            replies.add(new Reply<>(new VectorAnswer(vectors[i], answer.servedModel(), shares[i]),
                new Usage(shares[i], 0)));
        }
        return replies;
    }

    /** Divides what was charged in proportion to the tokens counted here; the shares add up. */
    private static long[] shares(final long charged, final long[] tokens) {
        long all = 0;
        for (final long t : tokens) {
            all += t;
        }
        final var shares = new long[tokens.length];
        long before = 0;
        long sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            sum += tokens[i];
            final long until = all == 0 ? 0 : Math.round((double)charged * sum / all);
            shares[i] = until - before;
            before = until;
        }
        return shares;
    }

    private static void checkFinite(final float[] vector) {
        for (final float value : vector) {
            if (!Float.isFinite(value)) {
                throw malformed("a vector with a value that is no finite number");
            }
        }
    }

    private static ModelException malformed(final String what) {
        return new ModelException(ModelException.Kind.MALFORMED_ANSWER, null, "The model answered with " + what + ".",
            "Execute again.", "Choose another model.");
    }
}
