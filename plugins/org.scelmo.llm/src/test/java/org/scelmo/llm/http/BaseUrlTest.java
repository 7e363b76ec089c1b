package org.scelmo.llm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({"https://api.openai.com/v1, https://api.openai.com/v1", "' https://a.example/v1// ', https://a.example/v1",
        "HTTPS://a.example, https://a.example", "http://localhost:11434/v1, http://localhost:11434/v1",
        "http://127.0.0.1:80/v1, http://127.0.0.1:80/v1", "http://[::1]:80/, http://[::1]:80"})
    void acceptsEncryptedAndLoopbackUrls(final String text, final String shown) {
        assertEquals(shown, BaseUrl.of(text, false).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/v1/chat/completions", "https://a.example/v1/chat/completions/",
        "https://a.example/v1/embeddings", "https://a.example/v1//models", "https://a.example/v1/Responses"})
    void theAddressOfAnOperationIsMended(final String text) {
        assertEquals("https://a.example/v1", BaseUrl.of(text, false).toString());
    }

    @Test
    void aVersionOfAzureHasItsOwnPlace() {
        final var e = assertThrows(InvalidEndpointException.class,
            () -> BaseUrl.of("https://a.example/openai?api-version=2024-10-21", false));
        assertTrue(e.resolutions().get(0).contains("enter the version as API version"), e.resolutions().toString());
    }

    @Test
    void plainHttpSaysHowToAllowIt() {
        final var e = assertThrows(InvalidEndpointException.class, () -> BaseUrl.of("http://a.example/v1", false));
        assertTrue(e.resolutions().get(1).contains("'Allow unencrypted connections'"), e.resolutions().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/v1", "http://127.0.0.1.a.example/v1", "http://localhost.a.example",
        "http://10.0.0.1:8000"})
    void plainHttpToAnotherMachineNeedsConfirmation(final String text) {
        final var e = assertThrows(InvalidEndpointException.class, () -> BaseUrl.of(text, false));
        assertTrue(e.getMessage().contains("not encrypted"), e.getMessage());
        assertEquals(text, BaseUrl.of(text, true).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:s3cret@a.example/v1", "https://s3cret@a.example", "https://a.example/?k=s3cret",
        "https://a.example/#s3cret", "https://a.example/ s3cret", "https://s3cret_@@/v1", "ftp://s3cret.example",
        "s3cret", "", "https://", "https://a.example/v1\r\nX: s3cret", "file:///s3cret", "https:s3cret"})
    void refusesOthersWithoutRepeatingThem(final String text) {
        final var e = assertThrows(InvalidEndpointException.class, () -> BaseUrl.of(text, true));
        assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
        assertFalse(e.resolutions().isEmpty());
        assertEquals(null, e.getCause());
    }

    @Test
    void presetsWithAnAddressAreAccepted() {
        assertEquals("a.example", BaseUrl.of("https://a.example:8443/v1", false).host());
    }
}
