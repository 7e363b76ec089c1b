package org.scelmo.llm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.ScelmoException;

class SecretTest {

    @Test
    void hasNoTextForm() {
        assertFalse(String.valueOf(Secret.of("sk-abc")).contains("abc"));
        assertEquals("sk-abc", Secret.of("sk-abc").reveal());
        assertTrue(Secret.NONE.isNone());
    }

    @Test
    void takesItselfOutOfTexts() {
        final var secret = Secret.of("sk+a/c=");
        assertEquals("key [hidden] or [hidden]!", secret.redact("key sk+a/c= or sk%2Ba%2Fc%3D!"));
        assertEquals("text", Secret.NONE.redact("text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-abcdef\n", " sk-abcdef", "sk-abc def", "sk-abcd\u00e9f", "sk-abcdef\r\nX: 1"})
    void refusesWhatNoHeaderMayHoldAndTellsNothingOfIt(final String key) {
        final var e = assertThrows(ScelmoException.class, () -> Secret.of(key));
        assertFalse(e.getMessage().contains("sk-"), e.getMessage());
        assertFalse(e.resolutions().isEmpty());
    }
}
