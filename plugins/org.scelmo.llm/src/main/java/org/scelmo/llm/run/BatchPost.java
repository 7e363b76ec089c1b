package org.scelmo.llm.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cache.BatchLedger;
import org.scelmo.llm.cache.BatchLedger.Batch;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.openai.BatchRow;
import org.scelmo.llm.openai.BatchState;
import org.scelmo.llm.openai.BatchTicket;
import org.scelmo.llm.openai.OpenAiBatches;

/**
 * Hands batches in and fetches them, in step with the ledger. Every batch is announced in the ledger before it is made,
 * so that whenever this program ends, a later one finds it.
 */
final class BatchPost {

    private final OpenAiBatches m_service;
    private final ModelIdentity m_model;
    private final BatchLedger m_ledger;
    private final Duration m_handIn;

    /** @param handIn how long handing in may take */
    BatchPost(final OpenAiBatches service, final ModelIdentity model, final BatchLedger ledger, final Duration handIn) {
        m_service = service;
        m_model = model;
        m_ledger = ledger;
        m_handIn = handIn;
    }

    /**
     * Hands in those prompts that no other program has handed in meanwhile.
     *
     * @param prompts by hash
     * @throws ScelmoException if they were not handed in
     */
    void handIn(final Map<String, Prompt> prompts, final Progress progress) {
        final var mark = UUID.randomUUID().toString();
        final var mine = new LinkedHashMap<>(prompts);
        mine.keySet().retainAll(m_ledger.claim(m_model, mark, prompts.keySet()));
        if (mine.isEmpty()) {
            m_ledger.remove(mark);
            return;
        }
        final String file;
        try {
            file = Waits.until(m_service.upload(mine), progress);
        } catch (final RuntimeException e) {
            m_ledger.remove(mark);
            throw e;
        }
        if (m_ledger.renew(mark)) {
            create(file, mark, mine.size(), progress);
        }
    }

    private void create(final String file, final String mark, final int prompts, final Progress progress) {
        try {
            m_ledger.handedIn(mark, Waits.until(m_service.create(file, mark, prompts), progress).batchId());
        } catch (final ModelException e) {
            if (!isUnclear(e.kind())) {
                m_ledger.remove(mark);
            }
            throw e;
        }
    }

    /** Whether the service may have made the batch nevertheless: then it stays announced, and is looked for. */
    private static boolean isUnclear(final Kind kind) {
        return kind == Kind.SERVER || kind == Kind.TIMEOUT || kind == Kind.MALFORMED_ANSWER || kind == Kind.UNREACHABLE;
    }

    /** @return how far the batch is; empty if it is still being handed in, or turned out never to have been */
    Optional<BatchState> look(final Batch batch, final Progress progress) {
        if (batch.id().isEmpty()) {
            final var found = Waits.until(m_service.find(batch.mark(), batch.hashes().size()), progress);
            found.ifPresentOrElse(ticket -> m_ledger.handedIn(batch.mark(), ticket.batchId()), () -> {
                if (batch.begun().plus(m_handIn).isBefore(Instant.now())) {
                    m_ledger.remove(batch.mark());
                }
            });
            return Optional.empty();
        }
        try {
            return Optional.of(Waits.until(m_service.poll(ticket(batch)), progress));
        } catch (final ModelException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            throw new ScelmoException(e, "%s does not know the batch '%s' that was handed in there with %d prompts."
                .formatted(m_model.endpoint(), batch.id(), batch.hashes().size()),
                "Use the credentials of the account and project that it was handed in with.",
                "To ask and pay again, ask at once, not as a batch.");
        }
    }

    /** @return what became of the prompts of a batch that is over, by hash */
    Map<String, BatchRow> collect(final Batch batch, final Progress progress) {
        return Waits.until(m_service.collect(ticket(batch), batch.hashes()), progress);
    }

    /** Forgets a batch whose answers are stored. */
    void done(final Batch batch) {
        m_ledger.remove(batch.mark());
    }

    private BatchTicket ticket(final Batch batch) {
        return new BatchTicket(batch.id(), m_model.endpoint(), batch.hashes().size());
    }
}
