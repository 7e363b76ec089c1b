package org.knime.core.util;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Duplicates among keys that do not fit into memory. */
class DuplicateCheckerTest {

    @Test
    void findsDuplicatesInAndBetweenChunks() throws IOException {
        final var checker = DuplicateChecker.ofChunkSize(3);
        for (final var key : List.of("b", "a", "c", "e", "d", "f", "a", "g")) {
            checker.addKey(key);
        }
        assertEquals("a", assertThrows(DuplicateKeyException.class, checker::checkForDuplicates).getKey());
        checker.clear();
        checker.addKey("a");
        assertThrows(DuplicateKeyException.class, () -> checker.addKey("a"));
    }

    @Test
    void acceptsDistinctKeys() throws IOException {
        final var checker = DuplicateChecker.ofChunkSize(7);
        for (var i = 0; i < 100; i++) {
            checker.addKey("key " + i);
        }
        assertDoesNotThrow(checker::checkForDuplicates);
        checker.clear();
    }
}
