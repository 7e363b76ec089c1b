package org.scelmo.llm.run;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cache.Lookup;
import org.scelmo.llm.cost.Tokenizer;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextModel;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.prompt.PromptHash;

/** Asks for texts, one prompt per call. */
record DescribeDesk(TextModel model, AnswerCache cache, Tokenizer tokenizer, DescribeOptions options)
    implements Desk<Prompt, TextAnswer> {

    @Override
    public String hash(final Prompt prompt) {
        return PromptHash.of(prompt);
    }

    @Override
    public int tokens(final Prompt prompt) {
        return tokenizer.count(prompt);
    }

    @Override
    public Lookup<Known<TextAnswer>> known(final Collection<String> hashes) {
        final var lookup = cache.texts(model.identity(), hashes);
        final var known = new HashMap<String, Known<TextAnswer>>();
        lookup.found().forEach((hash, cached) -> {
            if (!(options.askRefusedAgain() && cached.answer().end() == TextAnswer.End.REFUSED)) {
                known.put(hash, new Known<>(cached.answer(), cached.time()));
            }
        });
        return new Lookup<>(known, lookup.damaged());
    }

    @Override
    public int mostQuestions() {
        return 1;
    }

    @Override
    public long mostTokens() {
        return Long.MAX_VALUE;
    }

    @Override
    public Usage most(final long inputTokens, final int questions) {
        // the provider's count may differ a little from ours, and more where ours is estimated
        final long margin = tokenizer.isEstimated() ? inputTokens : inputTokens / 10 + 10;
        return new Usage(inputTokens + margin, options.mostOutputTokens());
    }

    @Override
    public CompletableFuture<List<Reply<TextAnswer>>> ask(final List<Prompt> prompts) {
        final var call = model.ask(prompts.get(0));
        return Cancelable.map(call, answer -> List.of(new Reply<>(answer, answer.usage())));
    }

    @Override
    public Optional<String> problem(final TextAnswer answer) {
        return answer.text().isBlank() && answer.end() == TextAnswer.End.COMPLETE
            ? Optional.of("The model answered without any text.") : Optional.empty();
    }

    @Override
    public Instant store(final Map<String, TextAnswer> answers) {
        return cache.putTexts(model.identity(), answers);
    }
}
