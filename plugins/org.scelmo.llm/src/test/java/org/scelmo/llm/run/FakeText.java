package org.scelmo.llm.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextModel;
import org.scelmo.llm.model.Usage;

/** A model of this process that does what a test wants, and remembers what it was asked. */
final class FakeText implements TextModel {

    static final Usage USAGE = new Usage(30, 100);

    private final Function<Prompt, CompletableFuture<TextAnswer>> m_behavior;
    private final List<Prompt> m_asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger m_flying = new AtomicInteger();
    private final AtomicInteger m_mostFlying = new AtomicInteger();
    private final AtomicInteger m_canceled = new AtomicInteger();

    FakeText(final Function<Prompt, CompletableFuture<TextAnswer>> behavior) {
        m_behavior = behavior;
    }

    /** Answers at once. */
    static FakeText quick() {
        return new FakeText(prompt -> CompletableFuture.completedFuture(answer(prompt)));
    }

    static TextAnswer answer(final Prompt prompt) {
        return answer("About " + prompt.user(), TextAnswer.End.COMPLETE);
    }

    static TextAnswer answer(final String text, final TextAnswer.End end) {
        return new TextAnswer(text, end, USAGE, "fake-1", "fp");
    }

    static CompletableFuture<TextAnswer> failed(final ModelException.Kind kind) {
        return CompletableFuture.failedFuture(new ModelException(kind, null, "It failed: " + kind + "."));
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("fake", "", "gpt-4o", new TreeMap<>());
    }

    @Override
    public CompletableFuture<TextAnswer> ask(final Prompt prompt) {
        m_asked.add(prompt);
        m_mostFlying.accumulateAndGet(m_flying.incrementAndGet(), Math::max);
        final var call = m_behavior.apply(prompt);
        final var counted = call.whenComplete((answer, failure) -> m_flying.decrementAndGet());
        counted.whenComplete((answer, failure) -> {
            if (counted.isCancelled()) {
                m_canceled.incrementAndGet();
            }
        });
        return counted;
    }

    List<Prompt> asked() {
        return List.copyOf(m_asked);
    }

    int mostFlying() {
        return m_mostFlying.get();
    }

    int canceled() {
        return m_canceled.get();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
