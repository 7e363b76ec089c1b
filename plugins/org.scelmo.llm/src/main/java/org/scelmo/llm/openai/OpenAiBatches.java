package org.scelmo.llm.openai;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.scelmo.core.ScelmoException;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.http.Transport;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.openai.BatchState.Phase;

import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCancelParams;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.batches.BatchListParams;
import com.openai.models.batches.BatchRequestCounts;
import com.openai.models.batches.BatchRetrieveParams;
import com.openai.models.files.FileContentParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;

/**
 * OpenAI's batches: prompts are handed in together, answered within a day, and cost half. Whoever keeps the ticket can
 * collect in a later execution.
 */
public final class OpenAiBatches implements AutoCloseable {

    /** The most prompts of one batch. */
    public static final int MAX_PROMPTS = 50_000;

    /** The longest file of prompts, in bytes. */
    public static final int MAX_BYTES = 200_000_000;

    private static final long LONGEST_ANSWER = 1L << 30;

    /** batches in a page of the list, the most that the service takes */
    private static final long LATEST = 100;

    /** the entry of a batch's metadata by which it is found again */
    private static final String MARK = "scelmo";

    private final Client m_client;

    private final String m_endpoint;

    private final ChatRequests m_requests;

    /**
     * @param endpoint where the service is
     * @param secret the key; never logged or part of a message
     * @param options what is asked
     * @param connection limits of time and number
     */
    public OpenAiBatches(final Endpoint endpoint, final Secret secret, final ChatOptions options,
        final ConnectionOptions connection) {
        m_client = new Client(endpoint, secret, connection, LONGEST_ANSWER);
        m_endpoint = endpoint.baseUrl().toString();
        m_requests = new ChatRequests(options);
    }

    /**
     * Hands prompts in: {@link #upload} and {@link #create} at once.
     *
     * @param prompts by a name of the caller's choice; 1 to {@link #MAX_PROMPTS}
     * @throws ScelmoException if there are too many, or they are too long together
     */
    public CompletableFuture<BatchTicket> submit(final Map<String, Prompt> prompts) {
        return upload(prompts).thenCompose(id -> create(id, UUID.randomUUID().toString(), prompts.size()));
    }

    /**
     * Sends prompts, which costs nothing yet.
     *
     * @param prompts by a name of the caller's choice; 1 to {@link #MAX_PROMPTS}
     * @return the service's id of the file of prompts
     * @throws ScelmoException if there are too many, or they are too long together
     */
    public CompletableFuture<String> upload(final Map<String, Prompt> prompts) {
        final var file = BatchLines.write(prompts, m_requests);
        if (prompts.isEmpty() || prompts.size() > MAX_PROMPTS || file.length > MAX_BYTES) {
            throw new ScelmoException("A batch takes 1 to " + MAX_PROMPTS + " prompts and " + MAX_BYTES / 1_000_000
                + " MB; these are " + prompts.size() + " and " + file.length / 1_000_000 + " MB.",
                "Hand them in as several batches.");
        }
        return upload(file);
    }

    /**
     * Orders answers to prompts that were sent. A batch is never made twice: if it is not clear whether the service has
     * made it, the service's list of batches is asked.
     *
     * @param fileId as {@link #upload} returned
     * @param mark by which the batch is found again, also if this program ends meanwhile; used once
     * @param prompts how many the file holds
     */
    public CompletableFuture<BatchTicket> create(final String fileId, final String mark, final int prompts) {
        return create(fileId, mark).thenApply(batch -> ticket(batch, prompts));
    }

    /** @return the batch that was made with this mark, if one was */
    public CompletableFuture<Optional<BatchTicket>> find(final String mark, final int prompts) {
        return search(mark, Optional.empty()).thenApply(found -> found.map(batch -> ticket(batch, prompts)));
    }

    /** Asks how far a batch has come. */
    public CompletableFuture<BatchState> poll(final BatchTicket ticket) {
        return retrieve(ticket).thenApply(OpenAiBatches::state);
    }

    /** Asks the service to stop; what is answered until then can be collected. */
    public CompletableFuture<BatchState> cancel(final BatchTicket ticket) {
        check(ticket);
        return m_client.send(exchange -> m_client.sdk().batches().cancel(BatchCancelParams.builder()
            .batchId(ticket.batchId()).putAdditionalHeader(Transport.EXCHANGE, exchange.id()).build()),
            OpenAiBatches::state);
    }

    /**
     * Fetches what became of the prompts of a batch that is over.
     *
     * @param names of all prompts that were handed in
     * @return a row for each name, in their order; what the service left out has a reason as well
     */
    public CompletableFuture<Map<String, BatchRow>> collect(final BatchTicket ticket, final Collection<String> names) {
        return retrieve(ticket).thenCompose(batch -> {
            final var state = state(batch);
            if (!state.phase().isOver()) {
                throw m_client.unanswered("batch " + ticket.batchId() + " is not done yet");
            }
            final var files = new ArrayList<CompletableFuture<Map<String, BatchRow>>>();
            batch.outputFileId().ifPresent(id -> files.add(download(id)));
            batch.errorFileId().ifPresent(id -> files.add(download(id)));
            return CompletableFuture.allOf(files.toArray(CompletableFuture[]::new))
                .thenApply(done -> rows(names, files, state));
        });
    }

    @Override
    public void close() {
        m_client.close();
    }

    private CompletableFuture<String> upload(final byte[] file) {
        final var content = MultipartField.<InputStream>builder().value(new ByteArrayInputStream(file))
            .filename("prompts.jsonl").contentType("application/jsonl").build();
        return m_client.send(exchange -> m_client.sdk().files().create(FileCreateParams.builder().file(content)
            .purpose(FilePurpose.BATCH).putAdditionalHeader(Transport.EXCHANGE, exchange.id()).build()),
            uploaded -> uploaded.id());
    }

    private CompletableFuture<Batch> create(final String fileId, final String mark) {
        final CompletableFuture<Batch> made = m_client.sendOnce(exchange -> m_client.sdk().batches()
            .create(BatchCreateParams.builder().inputFileId(fileId)
                .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                .completionWindow(BatchCreateParams.CompletionWindow._24H)
                .metadata(BatchCreateParams.Metadata.builder().putProperty(MARK, mark).build())
                .putAdditionalHeader(Transport.EXCHANGE, exchange.id()).build()), batch -> batch);
        return made.handle((batch, failure) -> failure == null ? CompletableFuture.completedFuture(batch)
            : findLost(mark, failure)).thenCompose(found -> found);
    }

    /** @return the batch that was made although its answer was lost; else the failure */
    private CompletableFuture<Batch> findLost(final String mark, final Throwable failure) {
        final var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof ModelException e) || e.kind() != Kind.SERVER && e.kind() != Kind.TIMEOUT) {
            return CompletableFuture.failedFuture(cause);
        }
        return search(mark, Optional.empty()).thenApply(found -> found.orElseThrow(() -> e));
    }

    /** @param after the service's id of the batch to go on after */
    private CompletableFuture<Optional<Batch>> search(final String mark, final Optional<String> after) {
        final CompletableFuture<List<Batch>> page = m_client.send(exchange -> {
            final var params = BatchListParams.builder().limit(LATEST)
                .putAdditionalHeader(Transport.EXCHANGE, exchange.id());
            after.ifPresent(params::after);
            return m_client.sdk().batches().list(params.build());
        }, found -> found.items());
        return page.thenCompose(batches -> {
            final var marked = batches.stream().filter(b -> isMarked(b, mark)).findFirst();
            return marked.isPresent() || batches.size() < LATEST ? CompletableFuture.completedFuture(marked)
                : search(mark, Optional.of(batches.get(batches.size() - 1).id()));
        });
    }

    private BatchTicket ticket(final Batch batch, final int prompts) {
        return new BatchTicket(batch.id(), m_endpoint, prompts);
    }

    private static boolean isMarked(final Batch batch, final String mark) {
        return batch.metadata().map(m -> m._allProperties().get(MARK))
            .filter(v -> mark.equals(v.convert(String.class))).isPresent();
    }

    private CompletableFuture<Batch> retrieve(final BatchTicket ticket) {
        check(ticket);
        return m_client.send(exchange -> m_client.sdk().batches().retrieve(BatchRetrieveParams.builder()
            .batchId(ticket.batchId()).putAdditionalHeader(Transport.EXCHANGE, exchange.id()).build()), batch -> batch);
    }

    private CompletableFuture<Map<String, BatchRow>> download(final String fileId) {
        return m_client.send(exchange -> m_client.sdk().files().content(FileContentParams.builder().fileId(fileId)
            .putAdditionalHeader(Transport.EXCHANGE, exchange.id()).build()), this::read);
    }

    private Map<String, BatchRow> read(final HttpResponse response) {
        final var rows = new LinkedHashMap<String, BatchRow>();
        new BatchLines(m_client).read(response.body(), rows::put);
        return rows;
    }

    private Map<String, BatchRow> rows(final Collection<String> names,
        final List<CompletableFuture<Map<String, BatchRow>>> files, final BatchState state) {
        final var all = new LinkedHashMap<String, BatchRow>();
        files.forEach(file -> all.putAll(file.join()));
        final var rows = new LinkedHashMap<String, BatchRow>();
        for (final var name : names) {
            rows.put(name, Optional.ofNullable(all.get(name)).orElseGet(() -> BatchRow.of(m_client.unanswered(
                state.reason().isEmpty() ? "the batch ended without a word on this prompt" : state.reason()))));
        }
        return rows;
    }

    private void check(final BatchTicket ticket) {
        if (!ticket.endpoint().equals(m_endpoint)) {
            throw new ScelmoException("The batch " + ticket.batchId() + " was handed in at " + ticket.endpoint()
                + ", not at " + m_endpoint + ".", "Set the base URL to the one that the batch was handed in at.");
        }
    }

    private static BatchState state(final Batch batch) {
        final var phase = switch (batch.status().toString()) {
            case "completed" -> Phase.COMPLETED;
            case "expired" -> Phase.EXPIRED;
            case "cancelled" -> Phase.CANCELED;
            case "failed" -> Phase.FAILED;
            default -> Phase.RUNNING;
        };
        final var counts = batch.requestCounts();
        final var reason = batch.errors().flatMap(errors -> errors.data())
            .flatMap(errors -> errors.stream().findFirst()).flatMap(error -> error.message()).orElse("");
        return new BatchState(phase, counts.map(BatchRequestCounts::completed).orElse(0L),
            counts.map(BatchRequestCounts::failed).orElse(0L), counts.map(BatchRequestCounts::total).orElse(0L),
            reason);
    }
}
