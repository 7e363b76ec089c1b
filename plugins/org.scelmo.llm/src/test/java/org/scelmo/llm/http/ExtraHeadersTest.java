package org.scelmo.llm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraHeadersTest {

    @Test
    void acceptsTokensWithPrintableValues() {
        final var headers = new ExtraHeaders(Map.of("X-Team", "single cell; 7", "x-empty", ""));
        assertEquals("single cell; 7", headers.values().get("X-Team"));
        assertEquals("[X-Team, x-empty]", headers.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Y", "X:Y", "X\r\nEvil", "Ä", "X\u0000"})
    void refusesNamesThatAreNoTokens(final String name) {
        final var values = Map.of(name, "1");
        assertThrows(InvalidEndpointException.class, () -> new ExtraHeaders(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nEvil: 1", "a\nb", "\u0000", "\u00e4", "tab\t", "\u007f"})
    void refusesValuesThatCouldSmuggleALineAndDoesNotRepeatThem(final String value) {
        final var values = Map.of("X-Team", value);
        final var e = assertThrows(InvalidEndpointException.class, () -> new ExtraHeaders(values));
        assertFalse(e.getMessage().contains(value), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "API-KEY", "host", "Content-Length", "Transfer-Encoding", "cookie",
        "OpenAI-Organization", "Proxy-Authorization"})
    void refusesHeadersOfTheClientAndOfTheProtocol(final String name) {
        final var values = Map.of(name, "1");
        final var e = assertThrows(InvalidEndpointException.class, () -> new ExtraHeaders(values));
        assertEquals("The header \"" + name + "\" is set by the client itself.", e.getMessage());
    }

    @Test
    void readsOneHeaderPerLine() {
        assertEquals(Map.of("X-Team", "single cell: 7", "x-empty", ""),
            ExtraHeaders.parse("X-Team: single cell: 7\r\n\n  x-empty :").values());
        assertEquals(Map.of(), ExtraHeaders.parse(" ").values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no header", ": value", "a b: value", "X-A: 1\nx-a: 2", "X-A: 1\rEvil: 2", "Host: x",
        "X-A: \u00e4"})
    void refusesLinesThatAreNoHeaders(final String text) {
        final var e = assertThrows(InvalidEndpointException.class, () -> ExtraHeaders.parse(text));
        assertFalse(e.resolutions().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"My-Api-Key: s3cret", "x-goog-apikey: s3cret", "Ocp-Apim-Subscription-Key: s3cret",
        "X-Auth-Token: s3cret", "X-Password: s3cret", "X-Client-Secret: s3cret", "X-Team: Bearer s3cret",
        "X-Team: sk-s3cret0123456789"})
    void refusesWhatMustNotBeSavedAndDoesNotRepeatIt(final String text) {
        final var e = assertThrows(InvalidEndpointException.class, () -> ExtraHeaders.parse(text));
        assertTrue(e.getMessage().contains("looks like a key"), e.getMessage());
        assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
        assertTrue(e.resolutions().get(0).contains("credentials"), e.resolutions().toString());
    }
}
