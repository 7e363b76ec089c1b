package org.scelmo.adaptor.backend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** The cards that NVIDIA's driver knows, asked through its library: no process is started and ND4J is not loaded. */
final class NvidiaDriver implements DeviceList {

    private static final int NO_DEVICE = 100;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int NAME_LENGTH = 256;

    /** CUDA 11.6 runs on all drivers of CUDA 11, of which the first is 450. */
    private static final int OLDEST_VERSION = 11_000;

    /** In the Windows Subsystem for Linux the driver lies where not every distribution looks. */
    private static final List<String> ON_LINUX = List.of("libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1");

    private final Supplier<Calls> m_driver;
    private final Consumer<String> m_loader;
    private final List<String> m_libraries;

    /** The functions of the driver, as its manual lists them; each returns 0 or the number of an error. */
    interface Calls extends Library {

        int cuInit(int flags);

        int cuDriverGetVersion(int[] version);

        int cuDeviceGetCount(int[] count);

        int cuDeviceGet(int[] device, int ordinal);

        int cuDeviceGetName(byte[] name, int length, int device);

        int cuDeviceGetAttribute(int[] value, int attribute, int device);
    }

    /**
     * @param driver loads the driver's library
     * @param loader loads a library, or throws {@link UnsatisfiedLinkError}
     * @param libraries of CUDA 11 that ND4J's binary is linked to
     */
    NvidiaDriver(final Supplier<Calls> driver, final Consumer<String> loader, final List<String> libraries) {
        m_driver = driver;
        m_loader = loader;
        m_libraries = libraries;
    }

    static NvidiaDriver ofThisSystem() {
        final boolean windows = Platform.isWindows();
        return new NvidiaDriver(() -> first(windows ? List.of("nvcuda") : ON_LINUX,
            name -> Native.load(name, Calls.class)),
            NativeLibrary::getInstance, windows ? List.of("cudart64_110", "cublas64_11", "cusolver64_11")
                : List.of("libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11"));
    }

    /**
     * @param names of one library, at least one
     * @param loader throws {@link UnsatisfiedLinkError} where a name is not found
     * @return what the first name gives that is found
     * @throws UnsatisfiedLinkError of the first name if none is
     */
    static <T> T first(final List<String> names, final Function<String, T> loader) {
        UnsatisfiedLinkError failure = null;
        for (final var name : names) {
            try {
                return loader.apply(name);
            } catch (final UnsatisfiedLinkError e) { // NOSONAR thrown below if no other name is found
                failure = failure == null ? e : failure;
            }
        }
        throw failure;
    }

    @Override
    public List<Device> devices() {
        final Calls driver;
        try {
            driver = m_driver.get();
        } catch (final UnsatisfiedLinkError e) {
            throw new BackendException(e, "No NVIDIA driver was found.", "Install the driver of the graphics card.");
        }
        final int status = driver.cuInit(0);
        if (status == NO_DEVICE) {
            return List.of();
        }
        check("cuInit", status);
        final var value = new int[1];
        check("cuDriverGetVersion", driver.cuDriverGetVersion(value));
        if (value[0] < OLDEST_VERSION) {
            throw new BackendException(null, "The NVIDIA driver is made for CUDA %d.%d, and ND4J needs CUDA 11."
                .formatted(value[0] / 1000, value[0] % 1000 / 10), "Update the driver of the graphics card.");
        }
        check("cuDeviceGetCount", driver.cuDeviceGetCount(value));
        final int count = value[0];
        final var devices = new ArrayList<Device>();
        for (int i = 0; i < count; i++) {
            check("cuDeviceGet", driver.cuDeviceGet(value, i));
            devices.add(device(driver, value[0]));
        }
        return devices;
    }

    private static Device device(final Calls driver, final int handle) {
        final var name = new byte[NAME_LENGTH];
        check("cuDeviceGetName", driver.cuDeviceGetName(name, NAME_LENGTH, handle));
        return new Device(text(name), attribute(driver, CAPABILITY_MAJOR, handle),
            attribute(driver, CAPABILITY_MINOR, handle));
    }

    private static int attribute(final Calls driver, final int attribute, final int handle) {
        final var value = new int[1];
        check("cuDeviceGetAttribute", driver.cuDeviceGetAttribute(value, attribute, handle));
        return value[0];
    }

    private static String text(final byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static void check(final String call, final int status) {
        if (status != 0) {
            throw new BackendException(null, "The NVIDIA driver answered %s with error %d.".formatted(call, status),
                "Update the driver of the graphics card.");
        }
    }

    @Override
    public void checkLibraries() {
        for (final var library : m_libraries) {
            try {
                m_loader.accept(library);
            } catch (final UnsatisfiedLinkError e) {
                throw new BackendException(e, "%s of CUDA 11 was not found.".formatted(library),
                    "Install the CUDA toolkit 11.6, and let the system find its libraries "
                        + "(LD_LIBRARY_PATH on Linux, PATH on Windows).");
            }
        }
    }
}
