package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.scelmo.core.io.hdf5.RangeReader.Piece;

class TogetherTest {

    @Test
    void everyPieceIsReadOnce() throws IOException {
        final var read = new AtomicInteger();
        Together.read(Collections.nCopies(1000, read::incrementAndGet));
        assertEquals(1000, read.get());
        Together.read(List.of());
    }

    @Test
    void theFirstFailureInTheListIsThrownAndTheRestLeftOut() {
        final var read = new AtomicInteger();
        final Piece fine = read::incrementAndGet;
        final Piece slow = () -> {
            sleep();
            throw new IOException("first");
        };
        final Piece quick = () -> {
            throw new IllegalStateException("second");
        };
        for (int i = 0; i < 20; i++) {
            final var pieces = new ArrayList<>(List.of(fine, slow, quick));
            pieces.addAll(Collections.nCopies(1000, fine));
            assertEquals("first", assertThrows(IOException.class, () -> Together.read(pieces)).getMessage());
        }
        assertTrue(read.get() < 20 * 1001, "all were read");
        assertThrows(StackOverflowError.class, () -> Together.read(List.of(() -> {
            throw new StackOverflowError();
        })));
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
