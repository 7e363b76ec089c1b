package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.testserver.Answers;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Script;

class OpenAiTextEmbedderTest {

    private final OpenAiServer m_server = OpenAiServer.start();

    @AfterEach
    void stop() {
        m_server.close();
    }

    @Test
    void putsVectorsIntoTheOrderOfTheTexts() {
        final var texts = IntStream.range(0, 50).mapToObj(i -> "text " + i).toList();
        try (var embedder = embedder(EmbeddingOptions.of("emb").withDimensions(16))) {
            final var answer = embedder.embed(texts).join();
            for (int i = 0; i < texts.size(); i++) {
                assertArrayEquals(Answers.vector(texts.get(i), 16), answer.vectors()[i]);
            }
            assertEquals(new Usage(50, 0), answer.usage());
            assertEquals("emb", answer.servedModel());
        }
        assertTrue(m_server.requests().get(0).text().contains("base64"));
    }

    @Test
    void readsNumbersFromServicesThatDoNotKnowBase64() {
        m_server.withScript((request, usual) -> Optional.of(
            Answers.embeddings(Answers.parse(request.text().replace("base64", "float")))));
        try (var embedder = embedder(EmbeddingOptions.of("emb"))) {
            assertArrayEquals(Answers.vector("a", Answers.DIMENSIONS), embedder.embed(List.of("a", "b")).join().vectors()[0]);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|no vectors", "{\"data\":[]}|0 vectors for 2", "{\"data\":null}|no vectors",
        "{\"data\":[{\"index\":0,\"embedding\":[1]}]}|1 vectors for 2",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}|two vectors for text 1",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":2,\"embedding\":[1]}]}|text 3 of 2",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":-1,\"embedding\":[1]}]}|text 0 of 2",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"embedding\":[1]}]}|does not say which text",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1,2]}]}|2 dimensions, earlier ones had 1",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[]}]}|empty vector",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[1e60]}]}|not finite",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"AADAfw==\"}]}|not finite",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"!\"}]}|not what OpenAI's API promises",
        "{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":1}]}|not what OpenAI's API promises",
        "<html>|not what OpenAI's API promises"})
    void vectorsThatAreNoneAreToldAndNotPaidForAgain(final String body, final String told) {
        m_server.withScript(Script.always(Reply.ok(body)));
        try (var embedder = embedder(EmbeddingOptions.of("emb"))) {
            final var e = Failures.of(embedder.embed(List.of("a", "b")));
            assertEquals(Kind.MALFORMED_ANSWER, e.kind());
            assertTrue(e.getMessage().contains(told), e.getMessage());
        }
        assertEquals(1, m_server.paidCount());
    }

    @Test
    void aServiceThatIgnoresTheDimensionsIsToldOf() {
        m_server.withScript((request, usual) -> Optional.of(
            Answers.embeddings(Answers.parse(request.text().replace("\"dimensions\":4", "\"dimensions\":16")))));
        try (var embedder = embedder(EmbeddingOptions.of("emb").withDimensions(4))) {
            final var e = Failures.of(embedder.embed(List.of("a")));
            assertTrue(e.getMessage().contains("16 dimensions, 4 were asked for"), e.getMessage());
        }
    }

    @Test
    void vectorsOfALaterAnswerHaveTheLengthOfTheFirst() {
        try (var embedder = embedder(EmbeddingOptions.of("emb"))) {
            embedder.embed(List.of("a")).join();
            m_server.withScript(Script.always(Reply.ok("{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}")));
            final var e = Failures.of(embedder.embed(List.of("b")));
            assertTrue(e.getMessage().contains("earlier ones had 8"), e.getMessage());
        }
    }

    @Test
    void refusesBatchesThatItDoesNotTake() {
        try (var embedder = embedder(EmbeddingOptions.of("emb").withBatchSize(2))) {
            assertEquals(2, embedder.maximumBatch());
            assertThrows(IllegalArgumentException.class, () -> embedder.embed(List.of()));
            assertThrows(IllegalArgumentException.class, () -> embedder.embed(List.of("a", "b", "c")));
            assertThrows(IllegalArgumentException.class, () -> embedder.embed(List.of("")));
        }
        assertEquals(0, m_server.requestCount());
    }

    private OpenAiTextEmbedder embedder(final EmbeddingOptions options) {
        return new OpenAiTextEmbedder(Endpoint.of(Preset.CUSTOM, m_server.baseUrl(), false), Secret.NONE, options,
            ConnectionOptions.DEFAULT);
    }
}
