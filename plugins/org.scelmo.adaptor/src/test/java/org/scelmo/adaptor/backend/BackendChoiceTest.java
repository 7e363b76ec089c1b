package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** With lists of cards that are made up: no card is needed, and none is asked. */
class BackendChoiceTest {

    private static BackendChoice choose(final BackendPreference preference, final Device... devices) {
        return BackendChoice.of(preference, Optional.of(() -> List.of(devices)));
    }

    @ParameterizedTest
    @CsvSource({"3,7", "6,1", "7,5", "8,0", "8,6", "8,9"})
    void cardsThatTheBinaryHasCodeForAreTaken(final int major, final int minor) {
        final var card = new Device("a card", major, minor);
        for (final var preference : List.of(BackendPreference.AUTO, BackendPreference.CUDA)) {
            final var choice = choose(preference, card);
            assertEquals(Optional.of(card), choice.device());
            assertEquals(Optional.empty(), choice.warning());
            assertEquals("CUDA: a card (%d.%d)".formatted(major, minor), choice.deviceName());
        }
    }

    @ParameterizedTest
    @CsvSource({"NVIDIA H200,9,0", "NVIDIA B200,10,0", "GeForce RTX 5090,12,0", "Tesla K40,3,5"})
    void newerAndOlderCardsAreRefusedWithTheReason(final String name, final int major, final int minor) {
        for (final var preference : List.of(BackendPreference.AUTO, BackendPreference.CUDA)) {
            final var choice = choose(preference, new Device(name, major, minor));
            assertEquals("CPU", choice.deviceName());
            assertEquals("The graphics card %s has compute capability %d.%d; nd4j-cuda-11.6 has code for 3.7 to 8.6 and no "
                .formatted(name, major, minor) + "PTX, so it cannot run on it. The processor computes.",
                choice.warning().orElseThrow());
        }
    }

    @Test
    void firstCardDecidesAndTheOtherIsMentioned() {
        final var choice = choose(BackendPreference.AUTO, new Device("H200", 9, 0), new Device("A100", 8, 0));
        assertEquals("CPU", choice.deviceName());
        assertTrue(choice.warning().orElseThrow().contains("CUDA_VISIBLE_DEVICES"));
    }

    @Test
    void cpuIsTakenWithoutAskingTheDriver() {
        final var choice = BackendChoice.of(BackendPreference.CPU, Optional.of(() -> {
            throw new IllegalStateException("asked");
        }));
        assertEquals(new BackendChoice(Optional.empty(), Optional.empty()), choice);
    }

    @Test
    void autoIsSilentWithoutACardAndCudaTellsWhatIsMissing() {
        assertEquals(Optional.empty(), choose(BackendPreference.AUTO).warning());
        assertEquals(Optional.empty(), BackendChoice.of(BackendPreference.AUTO, Optional.empty()).warning());
        assertTrue(choose(BackendPreference.CUDA).warning().orElseThrow().startsWith("There is no graphics card"));
        assertTrue(BackendChoice.of(BackendPreference.CUDA, Optional.empty()).warning().orElseThrow()
            .startsWith("The CUDA feature is not installed"));
    }

    @ParameterizedTest
    @EnumSource(value = BackendPreference.class, names = {"AUTO", "CUDA"})
    void driverThatFailsLeadsToTheProcessorWithAWarning(final BackendPreference preference) {
        final var choice = BackendChoice.of(preference, Optional.of(() -> {
            throw new UnsatisfiedLinkError("no libcuda");
        }));
        assertEquals("CPU", choice.deviceName());
        assertTrue(choice.warning().orElseThrow().contains("no libcuda"));
    }

    @Test
    void choiceThatFailedAfterAllNamesTheCardAndTheProcessorComputes() {
        final var failed = choose(BackendPreference.AUTO, new Device("a card", 8, 6)).failed();
        assertEquals("CPU", failed.deviceName());
        assertEquals(Optional.of("ND4J could not use the graphics card a card. The processor computes."),
            failed.warning());
    }

    @Test
    void laterChangeOfMindIsToldToNeedARestart() {
        final var cpu = choose(BackendPreference.CPU);
        final var card = choose(BackendPreference.AUTO, new Device("a card", 8, 6));
        assertEquals(Optional.of("ND4J was loaded to compute on CPU and stays there until a restart."),
            cpu.loaded(card).warning());
        assertEquals(Optional.of("ND4J was loaded to compute on CUDA: a card (8.6) and stays there until a restart."),
            card.loaded(cpu).warning());
        assertEquals(card.device(), card.loaded(cpu).device());
        final var failed = card.failed();
        assertEquals(failed, failed.loaded(card));
    }

    @Test
    void whatIsMissingIsToldAgainAsOftenAsItIsWanted() {
        final var silent = BackendChoice.of(BackendPreference.AUTO, Optional.empty());
        final var wanted = BackendChoice.of(BackendPreference.CUDA, Optional.empty());
        assertEquals(wanted, silent.loaded(wanted));
        assertEquals(silent, wanted.loaded(silent));
        assertEquals(card(), card().loaded(card()));
    }

    private static BackendChoice card() {
        return choose(BackendPreference.CUDA, new Device("a card", 8, 6));
    }
}
