package org.scelmo.embedded.runner.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnappyBlockStreamTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_767, 32_768, 32_769, 200_000})
    void bytesComeBack(final int size) throws IOException {
        final var bytes = bytes(size);
        assertArrayEquals(bytes, new SnappyBlockInputStream(new ByteArrayInputStream(compress(bytes))).readAllBytes());
    }

    @Test
    void streamsOneAfterTheOtherAreReadAsOne() throws IOException {
        final var both = new ByteArrayOutputStream();
        both.write(compress(bytes(10)));
        both.write(compress(bytes(40_000)));
        final var expected = Arrays.copyOf(bytes(10), 40_010);
        System.arraycopy(bytes(40_000), 0, expected, 10, 40_000);
        assertArrayEquals(expected,
            new SnappyBlockInputStream(new ByteArrayInputStream(both.toByteArray())).readAllBytes());
    }

    @Test
    void cutStreamIsRefused() throws IOException {
        final var compressed = compress(bytes(100));
        final var cut = Arrays.copyOf(compressed, compressed.length - 1);
        assertThrows(IOException.class, () -> new SnappyBlockInputStream(new ByteArrayInputStream(cut)).readAllBytes());
    }

    @Test
    void hugeClaimIsRefusedBeforeMemoryIsTaken() throws IOException {
        final var compressed = compress(new byte[0]);
        final var huge = Arrays.copyOf(compressed, compressed.length + 4);
        huge[compressed.length] = 0x7F;
        final var failure = assertThrows(IOException.class,
            () -> new SnappyBlockInputStream(new ByteArrayInputStream(huge)).readAllBytes());
        assertTrue(failure.getMessage().contains("claims"), failure.getMessage());
    }

    @Test
    void otherDataAreRefused() {
        assertThrows(IOException.class, () -> new SnappyBlockInputStream(new ByteArrayInputStream(new byte[100])));
    }

    private static byte[] bytes(final int size) {
        final var bytes = new byte[size];
        final var random = new Random(size);
        for (var i = 0; i < size; i++) {
            bytes[i] = (byte)random.nextInt(5);
        }
        return bytes;
    }

    private static byte[] compress(final byte[] bytes) throws IOException {
        final var out = new ByteArrayOutputStream();
        try (var snappy = new SnappyBlockOutputStream(out)) {
            snappy.write(bytes);
        }
        return out.toByteArray();
    }
}
