package org.scelmo.llm.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.scelmo.llm.cache.Lookup;
import org.scelmo.llm.model.Usage;

/**
 * What differs between asking for texts and asking for vectors.
 *
 * @param <Q> a question: a prompt, or a text to embed
 * @param <A> its answer
 */
interface Desk<Q, A> {

    /** @return the mark of the question */
    String hash(Q question);

    /** @return tokens of the question, as counted here */
    int tokens(Q question);

    /** @return the answers known already */
    Lookup<Known<A>> known(Collection<String> hashes);

    /** @return how many questions a call takes at most */
    int mostQuestions();

    /** @return how many tokens a call takes at most; a single question may have more */
    long mostTokens();

    /** @return the most that a call can cost */
    Usage most(long inputTokens, int questions);

    /** @return one reply per question, in their order */
    CompletableFuture<List<Reply<A>>> ask(List<Q> questions);

    /** @return why the answer is of no use, if so: then it is not stored */
    Optional<String> problem(A answer);

    /** Stores answers by hash of the question. @return the time stored with them */
    Instant store(Map<String, A> answers);

    /** An answer known already, and when it came. */
    record Known<A>(A answer, Instant time) {
    }

    /** An answer, and what it cost. */
    record Reply<A>(A answer, Usage usage) {
    }
}
