package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.jna.NativeLibrary;

/** With a driver that is made up, and with one that is not there. */
class NvidiaDriverTest {

    private static final List<String> CUDA = List.of("libcublas-of-no-system.so.11");

    /** A driver with these cards; their handles are not their places. */
    private record Made(int init, int version, Device... cards) implements NvidiaDriver.Calls {

        private Made(final int init, final Device... cards) {
            this(init, 12_040, cards);
        }

        @Override
        public int cuInit(final int flags) {
            return init;
        }

        @Override
        public int cuDriverGetVersion(final int[] answer) {
            answer[0] = version;
            return 0;
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
    void askedAgainItAnswersTheSame() {
        final var driver = driver(0, new Device("a card", 8, 6));
        assertEquals(driver.devices(), driver.devices());
    }

    @Test
    void partOfACardIsACard() {
        final var part = new Device("NVIDIA A100-SXM4-40GB MIG 1g.5gb", 8, 0);
        assertEquals("CUDA: NVIDIA A100-SXM4-40GB MIG 1g.5gb (8.0)",
            BackendChoice.of(BackendPreference.AUTO, Optional.of(driver(0, part))).deviceName());
    }

    @Test
    void nameThatFillsItsSpaceIsTakenWhole() {
        final var name = "N".repeat(256);
        assertEquals(name, driver(0, new Device(name, 8, 6)).devices().get(0).name());
    }

    /** With CUDA_VISIBLE_DEVICES empty, −1 or naming no card of this computer, cuInit answers 100 or the count is 0. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void hiddenCardsAreNone(final int status) {
        final var choice = BackendChoice.of(BackendPreference.CUDA, Optional.of(driver(status)));
        assertEquals("CPU", choice.deviceName());
        assertTrue(choice.warning().orElseThrow().contains("CUDA_VISIBLE_DEVICES"), choice.toString());
        assertEquals(Optional.empty(), BackendChoice.of(BackendPreference.AUTO, Optional.of(driver(status))).warning());
    }

    @ParameterizedTest
    @CsvSource({"10020,10.2", "9010,9.1", "8000,8.0"})
    void driverTooOldForCuda11IsNamedByItsVersion(final int version, final String name) {
        final var old = new NvidiaDriver(() -> new Made(0, version, new Device("a card", 7, 0)), library -> { }, CUDA);
        assertEquals(
            Optional.of("The NVIDIA driver is made for CUDA " + name + ", and ND4J needs CUDA 11. The processor computes."),
            BackendChoice.of(BackendPreference.AUTO, Optional.of(old)).warning());
    }

    @ParameterizedTest
    @ValueSource(ints = {11_000, 11_040, 11_060, 12_080, 13_000})
    void driversOfCuda11AndNewerAreTaken(final int version) {
        final var card = new Device("a card", 7, 0);
        final var driver = new NvidiaDriver(() -> new Made(0, version, card), library -> { }, CUDA);
        assertEquals(Optional.of(card), BackendChoice.of(BackendPreference.AUTO, Optional.of(driver)).device());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuInit", "cuDriverGetVersion", "cuDeviceGetCount", "cuDeviceGet", "cuDeviceGetName",
        "cuDeviceGetAttribute"})
    void callThatFailsIsNamedAndOneThatIsMissingDoesNotStopTheWork(final String call) {
        final var made = new Made(0, new Device("a card", 8, 6));
        assertEquals(
            Optional.of("The NVIDIA driver answered " + call + " with error 999. The processor computes."),
            choose(made, call, () -> 999));
        assertTrue(choose(made, call, () -> {
            throw new UnsatisfiedLinkError("Error looking up function '" + call + "'");
        }).orElseThrow().contains(call));
    }

    private static Optional<String> choose(final Made made, final String call, final Callable<Object> instead) {
        final var calls = (NvidiaDriver.Calls)Proxy.newProxyInstance(NvidiaDriver.Calls.class.getClassLoader(),
            new Class<?>[]{NvidiaDriver.Calls.class}, (proxy, method, arguments) -> method.getName().equals(call)
                ? instead.call() : method.invoke(made, arguments));
        final var choice = BackendChoice.of(BackendPreference.AUTO,
            Optional.of(new NvidiaDriver(() -> calls, library -> { }, CUDA)));
        assertEquals("CPU", choice.deviceName());
        return choice.warning();
    }

    @Test
    void driverIsTakenFromTheFirstPlaceThatHasIt() {
        final Function<String, String> loader = name -> {
            if (name.equals("here")) {
                return "found";
            }
            throw new UnsatisfiedLinkError(name);
        };
        assertEquals("found", NvidiaDriver.first(List.of("nowhere", "here", "elsewhere"), loader));
        assertEquals("nowhere", assertThrows(UnsatisfiedLinkError.class,
            () -> NvidiaDriver.first(List.of("nowhere", "elsewhere"), loader)).getMessage());
    }

    /** Whatever it is: with or without a driver, a card or CUDA. */
    @Test
    void thisComputerGetsACardOrAReasonAndBothStay() {
        final var choice = BackendChoice.of(BackendPreference.CUDA, Optional.of(NvidiaDriver.ofThisSystem()));
        assertEquals(choice.device().isEmpty(), choice.warning().isPresent(), choice.toString());
        assertEquals(choice, BackendChoice.of(BackendPreference.CUDA, Optional.of(NvidiaDriver.ofThisSystem())));
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
