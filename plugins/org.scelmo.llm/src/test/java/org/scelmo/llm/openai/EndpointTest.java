package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.InvalidEndpointException;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.Prompt;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Script;

class EndpointTest {

    private static final String AZURE = "https://cells.openai.azure.com";

    @ParameterizedTest
    @CsvSource({"OPENAI, https://api.openai.com, https://api.openai.com/v1",
        "OPENAI, https://proxy.example/, https://proxy.example/v1",
        "OPENAI, https://proxy.example/other, https://proxy.example/other",
        "OPENAI, https://api.openai.com/v1/chat/completions, https://api.openai.com/v1",
        "OLLAMA, http://localhost:11434, http://localhost:11434/v1",
        "VLLM, https://gpu.example:8000/, https://gpu.example:8000/v1",
        "DEEPSEEK, https://api.deepseek.com/chat/completions, https://api.deepseek.com",
        "CUSTOM, https://a.example, https://a.example",
        "AZURE, https://gateway.example/openai/deployments/x, https://gateway.example/openai/deployments/x"})
    void pathOfTheServiceIsAddedWhereItIsKnown(final Preset preset, final String text, final String url) {
        assertEquals(url, Endpoint.of(preset, text, false).baseUrl().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/openai", "/openai/deployments", "/openai/deployments/gpt-4o-mini",
        "/openai/deployments/gpt-4o-mini/chat/completions"})
    void addressesThatAzureShowsLeadToTheResource(final String path) {
        assertEquals(AZURE, Endpoint.of(Preset.AZURE, AZURE + path, false).baseUrl().toString());
        assertEquals(AZURE + "/openai/v1",
            Endpoint.of(Preset.AZURE, AZURE + "/openai/v1", false).baseUrl().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "v2", "2024-10-21&x=y", "2024-10-21\r\nX: y"})
    void versionsThatAreNoneAreRefused(final String version) {
        final var endpoint = Endpoint.of(Preset.AZURE, AZURE, false);
        final var e = assertThrows(InvalidEndpointException.class, () -> endpoint.withApiVersion(version));
        assertFalse(e.resolutions().isEmpty());
    }

    @Test
    void versionOfAzureIsSentToGatewaysToo() {
        try (var server = OpenAiServer.start(); var model = new OpenAiTextModel(
            Endpoint.of(Preset.AZURE, server.baseUrl(), false).withApiVersion(" 2024-10-21 "), Secret.of("sk-test"),
            ChatOptions.of("gpt-4o-mini", Preset.AZURE), ConnectionOptions.DEFAULT)) {
            model.ask(Prompt.of("What is gene: CD79A?")).join();
            assertTrue(server.requests().get(0).target().endsWith("?api-version=2024-10-21"),
                server.requests().get(0).target());
        }
    }

    @Test
    void missingPathIsProposedIfNothingIsThere() {
        try (var server = OpenAiServer.start()) {
            server.withScript(Script.always(Reply.error(404, "x", "Not here.")));
            final var host = server.baseUrl().replace("/v1", "");
            try (var model = new OpenAiTextModel(Endpoint.of(Preset.CUSTOM, host, false), Secret.NONE,
                ChatOptions.of("llama", Preset.CUSTOM), ConnectionOptions.DEFAULT)) {
                final ModelException e = Failures.of(model.ask(Prompt.of("What is gene: CD79A?")));
                assertTrue(e.resolutions().contains("Try " + host + "/v1 as base URL: this one has no path."),
                    e.resolutions().toString());
            }
        }
    }
}
