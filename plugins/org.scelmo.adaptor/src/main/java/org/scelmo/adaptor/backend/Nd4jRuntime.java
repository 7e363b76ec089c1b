package org.scelmo.adaptor.backend;

import java.io.IOException;

import org.bytedeco.openblas.global.openblas;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J in this process. It finds its parts by name, through class loaders that must be told where to look: inside OSGi
 * neither the application's nor the thread's own sees this bundle. JavaCPP reads its limits when it is loaded, so they
 * are set before.
 */
public final class Nd4jRuntime {

    private static ComputeLimits limits;

    private static BackendChoice choice;

    private Nd4jRuntime() {
    }

    /**
     * Loads ND4J if it is not; the first call takes a second, or ten where libraries are unpacked. On the processor, each
     * of ND4J's operations is done by the thread that calls it: its own threads and those of its BLAS, both waiting in
     * loops, would hinder each other.
     *
     * @param wanted its memory counts in the first call of a process only
     * @return the limits that hold
     * @throws BackendException if there is no native code for this machine, or no place to unpack it
     */
    public static synchronized ComputeLimits start(final ComputeLimits wanted) {
        if (limits == null) {
            choice = load(wanted);
            limits = wanted;
        }
        if (choice.device().isEmpty()) {
            useOneThread();
        } else {
            // ND4J would give each further thread the next card, which need not be the one that was chosen
            Nd4j.getAffinityManager().unsafeSetDevice(0);
        }
        limits = new ComputeLimits(wanted.threads(), limits.memoryBytes(), limits.backend());
        return limits;
    }

    /**
     * @param wanted what the user wants now
     * @return what computes, with what the user should know about it
     * @throws IllegalStateException before the first {@link #start}
     */
    public static synchronized BackendChoice backend(final BackendPreference wanted) {
        checkLoaded();
        return choice.loaded(
            BackendChoice.of(wanted, CudaInstallation.cards(Nd4jRuntime.class.getClassLoader())));
    }

    /**
     * @return whether a graphics card computes
     * @throws IllegalStateException before the first {@link #start}
     */
    public static synchronized boolean isOnCard() {
        checkLoaded();
        return choice.device().isPresent();
    }

    private static void checkLoaded() {
        if (limits == null) {
            throw new IllegalStateException("ND4J is not loaded yet.");
        }
    }

    /** To be called on each thread that is to use ND4J on the processor: OpenMP keeps this setting for each apart. */
    public static void useOneThread() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }

    /**
     * @param bytes that work is going to need outside Java's heap
     * @throws OffHeapMemoryException if they are more than allowed: ND4J itself would not notice
     */
    public static void checkMemory(final ComputeLimits limits, final long bytes) {
        if (bytes > limits.memoryBytes()) {
            throw OffHeapMemoryException.beforehand(bytes, limits.memoryBytes());
        }
    }

    private static BackendChoice load(final ComputeLimits wanted) {
        final var loader = Nd4jRuntime.class.getClassLoader();
        final var chosen = BackendChoice.of(wanted.backend(), CudaInstallation.cards(loader));
        final var thread = Thread.currentThread();
        final var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            setDefault("org.bytedeco.javacpp.cachedir", NativeFolder.create().toString());
            // counts Java's own heap and mapped files, too: cells mapped from a file would use it up
            setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
            setDefault("org.bytedeco.javacpp.maxbytes", String.valueOf(wanted.memoryBytes()));
            ND4JClassLoading.setNd4jClassloader(
                chosen.device().isPresent() ? loader : CudaInstallation.hiddenFrom(loader));
            DL4JClassLoading.setDl4jClassloaderFromClass(Nd4jRuntime.class);
            return loadNatives() instanceof CpuBackend ? chosen.failed() : chosen;
        } catch (final IOException e) {
            throw new BackendException(e, "There is no folder to unpack the native libraries into: " + e.getMessage(),
                "Allow writing to the folder .scelmo in your home folder.");
        } catch (final RuntimeException | LinkageError e) {
            throw unusable(chosen, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Nd4jBackend loadNatives() {
        try (var kernels = BlasKernels.choose()) {
            final var backend = Nd4j.getBackend();
            if (backend instanceof CpuBackend) {
                openblas.blas_set_num_threads(1);
            }
            return backend;
        }
    }

    /** Half loaded, ND4J takes no other part in this process: only a restart gives the processor a chance. */
    static BackendException unusable(final BackendChoice chosen, final Throwable cause) {
        return chosen.device().map(device -> new BackendException(cause,
            "ND4J could not start on the graphics card %s.".formatted(device.name()),
            "Let the processor compute: choose 'cpu' in the preferences and restart.",
            "Make sure that no other program keeps the card for itself.")).orElseGet(() -> new BackendException(cause,
                "ND4J has no native code that runs on this computer (%s, %s)."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                "Use Linux or Windows on x86-64, or macOS."));
    }

    private static void setDefault(final String name, final String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
