package org.scelmo.core.io.hdf5.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class Lookup3Test {

    /** Values from the self-test of Bob Jenkins' lookup3.c. */
    @Test
    void agreesWithTheOriginal() {
        assertEquals(0xdeadbeef, Lookup3.hash(new byte[0], 0));
        final var text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0x17770551, Lookup3.hash(text, text.length));
    }
}
