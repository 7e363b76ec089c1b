package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.ExtraHeaders;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException.Kind;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextAnswer.End;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.testserver.Answers;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Script;

class OpenAiTextModelTest {

    private static final Prompt PROMPT = Prompt.of("What is gene: CD79A?");

    private final OpenAiServer m_server = OpenAiServer.start().withKey("sk-test");

    @AfterEach
    void stop() {
        m_server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersWholeOrInPieces(final boolean stream) {
        final var answer = ask(options().withStream(stream), PROMPT);
        assertEquals("Answer to: What is gene: CD79A?", answer.text());
        assertEquals(End.COMPLETE, answer.end());
        assertEquals(new Usage(4, 7), answer.usage());
        assertTrue(answer.servedModel().startsWith("gpt-x"), answer.servedModel());
        assertEquals("fp_test", answer.fingerprint());
        assertEquals(Map.of("What is gene: CD79A?", 1), m_server.paid());
    }

    @ParameterizedTest
    @CsvSource({"MAX_TOKENS, max_tokens", "MAX_COMPLETION_TOKENS, max_completion_tokens"})
    void sendsWhatWasChosenAndNothingElse(final TokenLimitField limit, final String field) {
        ask(options().withTemperature(0.25).withSeed(7).withMaxTokens(50).withTokenLimitField(limit),
            new Prompt("You know genes.", "Tell me about A"));
        assertEquals(Answers.parse("{\"model\":\"gpt-x\",\"temperature\":0.25,\"seed\":7,\"" + field + "\":50,"
            + "\"messages\":[{\"role\":\"system\",\"content\":\"You know genes.\"},"
            + "{\"role\":\"user\",\"content\":\"Tell me about A\"}]}"), Answers.parse(m_server.requests().get(0).text()));
    }

    @Test
    void sendsNoParameterThatWasNotChosen() {
        ask(options(), PROMPT);
        assertEquals(Answers.parse("{\"model\":\"gpt-x\",\"messages\":[{\"role\":\"user\",\"content\":\"What is gene: "
            + "CD79A?\"}]}"), Answers.parse(m_server.requests().get(0).text()));
    }

    @Test
    void sendsWhoPaysAndWhatTheGatewayWants() {
        final var endpoint = Endpoint.of(Preset.OPENAI, m_server.baseUrl(), false).withOrganization("org-1")
            .withProject("proj-1").withHeaders(new ExtraHeaders(Map.of("X-Team", "cells")));
        try (var model = new OpenAiTextModel(endpoint, Secret.of("sk-test"), options(), ConnectionOptions.DEFAULT)) {
            model.ask(PROMPT).join();
        }
        final var request = m_server.requests().get(0);
        assertEquals("Bearer sk-test", request.header("Authorization"));
        assertEquals("org-1", request.header("OpenAI-Organization"));
        assertEquals("proj-1", request.header("OpenAI-Project"));
        assertEquals("cells", request.header("X-Team"));
    }

    @Test
    void azureGetsItsKeyInItsOwnHeader() {
        final var endpoint = Endpoint.of(Preset.AZURE, m_server.baseUrl(), false);
        try (var model = new OpenAiTextModel(endpoint, Secret.of("sk-test"), options(), ConnectionOptions.DEFAULT)) {
            model.ask(PROMPT).join();
        }
        assertEquals("sk-test", m_server.requests().get(0).header("api-key"));
        assertEquals("", m_server.requests().get(0).header("Authorization"));
    }

    @Test
    void aServiceWithoutKeyGetsNone() {
        m_server.withKey("");
        final var endpoint = Endpoint.of(Preset.OLLAMA, m_server.baseUrl(), false);
        try (var model = new OpenAiTextModel(endpoint, Secret.NONE, options(), ConnectionOptions.DEFAULT)) {
            model.ask(PROMPT).join();
        }
        assertFalse(m_server.requests().get(0).headers().containsKey("Authorization"));
    }

    @ParameterizedTest
    @CsvSource({"length, TRUNCATED", "content_filter, REFUSED", "stop, COMPLETE", "null, COMPLETE"})
    void tellsWhyTheModelStopped(final String reason, final End end) {
        m_server.withScript(Script.always(completion("\"" + reason + "\"", "{\"content\":\"Half a\"}")));
        assertEquals(end, ask(options(), PROMPT).end());
    }

    @Test
    void aRefusalIsAnAnswerOfItsOwnKind() {
        m_server.withScript(
            Script.always(completion("\"stop\"", "{\"content\":null,\"refusal\":\"I cannot help with that.\"}")));
        final var answer = ask(options(), PROMPT);
        assertEquals(End.REFUSED, answer.end());
        assertEquals("I cannot help with that.", answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html>Sign in</html>", "{\"choices\":[]}", "{\"choices\":null}",
        "{\"choices\":[{}]}", "{\"choices\":[{\"message\":{}}]}", "{\"choices\":\"x\"}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\" \"}}]}",
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"cut"})
    void anAnswerThatIsNoneIsToldAndNotPaidForAgain(final String body) {
        m_server.withScript(Script.always(Reply.ok(body)));
        try (var model = model(options())) {
            final var e = Failures.of(model.ask(PROMPT));
            assertEquals(Kind.MALFORMED_ANSWER, e.kind(), e.getMessage());
            assertTrue(e.getMessage().contains(m_server.baseUrl()), e.getMessage());
        }
        assertEquals(1, m_server.paidCount());
    }

    private TextAnswer ask(final ChatOptions options, final Prompt prompt) {
        try (var model = model(options)) {
            return model.ask(prompt).join();
        }
    }

    private OpenAiTextModel model(final ChatOptions options) {
        return new OpenAiTextModel(Endpoint.of(Preset.OPENAI, m_server.baseUrl(), false), Secret.of("sk-test"), options,
            ConnectionOptions.DEFAULT);
    }

    private static ChatOptions options() {
        return ChatOptions.of("gpt-x", Preset.OPENAI);
    }

    private static Reply completion(final String reason, final String message) {
        return Reply.ok("{\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":" + reason + ",\"message\":" + message
            + "}]}");
    }
}
