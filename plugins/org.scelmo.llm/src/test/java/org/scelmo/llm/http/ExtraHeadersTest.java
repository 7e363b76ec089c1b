package org.scelmo.llm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
