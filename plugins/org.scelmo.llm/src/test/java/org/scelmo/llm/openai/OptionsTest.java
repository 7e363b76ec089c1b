package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.ExtraHeaders;
import org.scelmo.llm.http.InvalidEndpointException;

class OptionsTest {

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA", "VLLM", "DEEPSEEK"})
    void presetsKnowTheirAddress(final Preset preset) {
        assertEquals(preset.baseUrl(), Endpoint.of(preset, " ", false).baseUrl().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"AZURE", "CUSTOM"})
    void presetsWithoutAddressWantOne(final Preset preset) {
        assertThrows(InvalidEndpointException.class, () -> Endpoint.of(preset, "", false));
        assertEquals("https://a.example", Endpoint.of(preset, "https://a.example/", false).baseUrl().toString());
    }

    @Test
    void whoPaysIsCheckedAsTheHeadersThatItBecomes() {
        final var endpoint = Endpoint.of(Preset.OPENAI, "", false);
        assertEquals("org-1", endpoint.withOrganization(" org-1 ").organization());
        assertRefused(() -> endpoint.withOrganization("org\r\nEvil: 1"));
        assertRefused(() -> endpoint.withProject("p\n1"));
        assertRefused(() -> endpoint.withApiVersion("2024\u00e4"));
        assertRefused(() -> endpoint.withHeaders(new ExtraHeaders(Map.of("Authorization", "x"))));
    }

    @Test
    void onlyWhatWasChosenIsAParameter() {
        final var options = ChatOptions.of("m", Preset.OPENAI);
        assertEquals(Map.of(), options.parameters());
        assertEquals(Map.of("temperature", "0.5", "seed", "7", "max_tokens", "100"),
            options.withTemperature(0.5).withSeed(7).withMaxTokens(100).withStream(true).parameters());
        assertEquals(Map.of("dimensions", "256"), EmbeddingOptions.of("m").withDimensions(256).parameters());
    }

    @Test
    void refusesWhatNoServiceWouldTake() {
        final var chat = ChatOptions.of("m", Preset.OPENAI);
        assertRefused(() -> ChatOptions.of(" ", Preset.OPENAI));
        assertRefused(() -> chat.withTemperature(2.1));
        assertRefused(() -> chat.withTemperature(Double.NaN));
        assertRefused(() -> chat.withMaxTokens(0));
        assertRefused(() -> EmbeddingOptions.of(""));
        assertRefused(() -> EmbeddingOptions.of("m").withDimensions(0));
        assertRefused(() -> EmbeddingOptions.of("m").withBatchSize(0));
        assertRefused(() -> EmbeddingOptions.of("m").withBatchSize(EmbeddingOptions.MAX_BATCH_SIZE + 1));
    }

    @Test
    void refusesConnectionsThatCouldNotWork() {
        final var options = ConnectionOptions.DEFAULT;
        assertRefused(() -> options.withConcurrency(0));
        assertRefused(() -> options.withConcurrency(ConnectionOptions.MAX_CONCURRENCY + 1));
        assertRefused(() -> options.withRetries(-1));
        assertRefused(() -> options.withCallTimeout(Duration.ZERO));
        assertRefused(() -> options.withLongestWait(Duration.ofSeconds(-1)));
    }

    private static void assertRefused(final Executable executable) {
        assertFalse(assertThrows(ScelmoException.class, executable).resolutions().isEmpty());
    }
}
