package org.scelmo.llm.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.Progress;
import org.scelmo.llm.cost.Budget;
import org.scelmo.llm.cost.Budget.Verdict;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.openai.OpenAiBatches;

/** The prompts of a run that have neither answer nor reason yet, with what is reserved for them. */
final class BatchQuestions {

    private static final int CHUNK = 512;

    /** a line of a batch has so many bytes beside the prompt, and a prompt may grow when it is written as JSON */
    private static final int LINE_BYTES = 1000;

    private static final int GROWTH = 2;

    private final DescribeDesk m_desk;
    private final Budget m_budget;
    private final Map<String, Prompt> m_prompts = new LinkedHashMap<>();
    private final Map<String, Usage> m_reserved = new HashMap<>();
    private int m_damaged;

    BatchQuestions(final DescribeDesk desk, final Budget budget) {
        m_desk = desk;
        m_budget = budget;
    }

    /** Takes what the cache does not know. */
    void read(final Iterator<Row<Prompt>> rows, final Progress progress) {
        while (rows.hasNext()) {
            progress.checkCanceled();
            final var chunk = new HashSet<String>();
            for (int i = 0; i < CHUNK && rows.hasNext(); i++) {
                rows.next().question().ifPresent(prompt -> {
                    final var hash = m_desk.hash(prompt);
                    if (m_prompts.putIfAbsent(hash, prompt) == null) {
                        chunk.add(hash);
                    }
                });
            }
            forgetKnown(chunk);
        }
    }

    /** Another program may have brought answers meanwhile. */
    void forgetKnown(final Collection<String> hashes) {
        final var lookup = m_desk.known(hashes);
        m_damaged += lookup.damaged();
        lookup.found().keySet().forEach(hash -> free(hash, Usage.NONE));
    }

    /** @return entries of the cache that were damaged */
    int damaged() {
        return m_damaged;
    }

    /** @return hashes of the prompts, in the order of the rows */
    Collection<String> hashes() {
        return m_prompts.keySet();
    }

    boolean contains(final String hash) {
        return m_prompts.containsKey(hash);
    }

    /** Reserves for a prompt that is in a batch already, whatever the limits. */
    void commit(final String hash) {
        if (contains(hash) && !m_reserved.containsKey(hash)) {
            final var most = most(hash);
            m_budget.commit(most);
            m_reserved.put(hash, most);
        }
    }

    /** @return whether the prompt may be handed in */
    Verdict reserve(final String hash) {
        final var most = most(hash);
        final var verdict = m_budget.reserve(most);
        if (verdict == Verdict.GRANTED) {
            m_reserved.put(hash, most);
        }
        return verdict;
    }

    /** Gives back what is reserved for prompts that were not handed in. */
    void release(final Collection<String> hashes) {
        hashes.forEach(hash -> m_budget.release(m_reserved.remove(hash), false));
    }

    /** The prompt needs nothing more. @param charged for it */
    void free(final String hash, final Usage charged) {
        m_prompts.remove(hash);
        final var most = m_reserved.remove(hash);
        if (most != null && charged.equals(Usage.NONE)) {
            m_budget.release(most, false);
        } else if (most != null) {
            m_budget.settle(most, charged);
        }
    }

    /** @return the prompts in as many parts as batches are needed */
    List<Map<String, Prompt>> parts(final Collection<String> hashes) {
        final var parts = new ArrayList<Map<String, Prompt>>();
        long bytes = Long.MAX_VALUE;
        for (final var hash : hashes) {
            final var prompt = m_prompts.get(hash);
            final long size = LINE_BYTES + GROWTH * ((long)prompt.user().length() + prompt.system().length());
            if (bytes > OpenAiBatches.MAX_BYTES - size
                || parts.get(parts.size() - 1).size() == OpenAiBatches.MAX_PROMPTS) {
                parts.add(new LinkedHashMap<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).put(hash, prompt);
            bytes += size;
        }
        return parts;
    }

    private Usage most(final String hash) {
        return m_desk.most(m_desk.tokens(m_prompts.get(hash)), 1);
    }
}
