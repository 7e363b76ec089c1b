package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
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
    @CsvSource({"3,7", "5,0", "5,2", "5,3", "6,0", "6,1", "6,2", "7,0", "7,2", "7,5", "8,0", "8,6", "8,7", "8,9"})
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
    @CsvSource({"NVIDIA H200,9,0", "NVIDIA B200,10,0", "NVIDIA B300,10,3", "NVIDIA Thor,11,0", "GeForce RTX 5090,12,0",
        "NVIDIA GB10,12,1", "Tesla K40,3,5", "GeForce GTX 680,3,0", "GeForce GTX 460,2,1", "Tesla M2090,2,0",
        "Tesla C1060,1,3"})
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
    void firstOfSeveralCardsComputesIfAllCan() {
        final var ada = new Device("L40S", 8, 9);
        final var choice = choose(BackendPreference.AUTO, ada, new Device("A100", 8, 0));
        assertEquals(new BackendChoice(Optional.of(ada), Optional.empty()), choice);
    }

    @Test
    void oneCardThatCannotComputeIsRefusedWhereverItStandsAndCanBeHidden() {
        final var old = new Device("A100", 8, 0);
        final var hopper = new Device("H200", 9, 0);
        final var first = choose(BackendPreference.AUTO, hopper, old);
        assertEquals("CPU", first.deviceName());
        assertEquals("The graphics card H200 has compute capability 9.0; nd4j-cuda-11.6 has code for 3.7 to 8.6 and no PTX, "
            + "so it cannot run on it. CUDA_VISIBLE_DEVICES can hide it. The processor computes.",
            first.warning().orElseThrow());
        assertEquals(first, choose(BackendPreference.CUDA, old, hopper));
        assertFalse(choose(BackendPreference.AUTO, hopper, new Device("B200", 10, 0)).warning().orElseThrow()
            .contains("CUDA_VISIBLE_DEVICES"), "none would be left");
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
        assertEquals("There is no graphics card with CUDA, or CUDA_VISIBLE_DEVICES hides it. The processor computes.",
            choose(BackendPreference.CUDA).warning().orElseThrow());
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

    @ParameterizedTest
    @EnumSource(value = BackendPreference.class, names = {"AUTO", "CUDA"})
    void librariesThatFailInAnUnforeseenWayLeadToTheProcessor(final BackendPreference preference) {
        final var choice = BackendChoice.of(preference, Optional.of(new DeviceList() {
            @Override
            public List<Device> devices() {
                return List.of(new Device("a card", 8, 6));
            }

            @Override
            public void checkLibraries() {
                throw new NoClassDefFoundError("com/sun/jna/NativeLibrary");
            }
        }));
        assertEquals("CPU", choice.deviceName());
        assertTrue(choice.warning().orElseThrow().contains("com/sun/jna/NativeLibrary"));
    }

    @Test
    void cardThatNd4jFailsOnIsNamedWithTheWayOut() {
        final var cause = new ExceptionInInitializerError("all devices are busy");
        final var e = Nd4jRuntime.unusable(card(), cause);
        assertEquals("ND4J could not start on the graphics card a card.", e.getMessage());
        assertTrue(e.resolutions().get(0).contains("'cpu'"), e.resolutions().toString());
        assertSame(cause, e.getCause());
        assertTrue(Nd4jRuntime.unusable(choose(BackendPreference.CPU), cause).getMessage()
            .startsWith("ND4J has no native code"));
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
