package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.sun.jna.NativeLibrary;

/** With a driver that is made up, and with one that is not there. */
class NvidiaDriverTest {

    private static final List<String> CUDA = List.of("libcublas-of-no-system.so.11");

    /** A driver with these cards; their handles are not their places. */
    private record Made(int init, Device... cards) implements NvidiaDriver.Calls {

        @Override
        public int cuInit(final int flags) {
            return init;
        }

        @Override
        public int cuDeviceGetCount(final int[] count) {
            count[0] = cards.length;
            return 0;
        }

        @Override
        public int cuDeviceGet(final int[] device, final int ordinal) {
            device[0] = ordinal + 40;
            return 0;
        }

        @Override
        public int cuDeviceGetName(final byte[] name, final int length, final int device) {
            final var text = cards[device - 40].name().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, name, 0, text.length);
            return 0;
        }

        @Override
        public int cuDeviceGetAttribute(final int[] value, final int attribute, final int device) {
            value[0] = attribute == 75 ? cards[device - 40].major() : cards[device - 40].minor();
            return 0;
        }
    }

    private static NvidiaDriver driver(final int init, final Device... cards) {
        return new NvidiaDriver(() -> new Made(init, cards), name -> { }, CUDA);
    }

    @Test
    void cardsAreListedInTheDriversOrderWithNameAndCapability() {
        final var cards = new Device[]{new Device("NVIDIA A100-SXM4-40GB", 8, 0), new Device("NVIDIA H200", 9, 0)};
        assertEquals(List.of(cards), driver(0, cards).devices());
    }

    @Test
    void noCardIsAnEmptyListAndAnotherErrorIsTold() {
        assertEquals(List.of(), driver(100).devices());
        final var e = assertThrows(BackendException.class, () -> driver(803).devices());
        assertEquals("The NVIDIA driver answered cuInit with error 803.", e.getMessage());
    }

    @Test
    void missingDriverLeadsToTheProcessorWithOneSentence() {
        final var driver = new NvidiaDriver(() -> {
            NativeLibrary.getInstance("libcuda-of-no-system.so.1");
            return new Made(0);
        }, NativeLibrary::getInstance, CUDA);
        final var choice = BackendChoice.of(BackendPreference.CUDA, Optional.of(driver));
        assertEquals(Optional.of("No NVIDIA driver was found. The processor computes."), choice.warning());
        assertEquals("CPU", choice.deviceName());
    }

    @Test
    void missingLibraryOfCudaIsNamedBeforeNd4jIsLoaded() {
        final var driver = new NvidiaDriver(() -> new Made(0, new Device("a card", 8, 6)), NativeLibrary::getInstance,
            CUDA);
        final var choice = BackendChoice.of(BackendPreference.AUTO, Optional.of(driver));
        assertEquals(Optional.of("libcublas-of-no-system.so.11 of CUDA 11 was not found. The processor computes."),
            choice.warning());
    }

    @Test
    void cardThatCannotComputeIsRefusedBeforeLibrariesAreLookedFor() {
        final var choice = BackendChoice.of(BackendPreference.AUTO, Optional.of(new NvidiaDriver(
            () -> new Made(0, new Device("NVIDIA H200", 9, 0)), NativeLibrary::getInstance, CUDA)));
        assertTrue(
            choice.warning().orElseThrow().startsWith("The graphics card NVIDIA H200 has compute capability 9.0"));
    }
}
