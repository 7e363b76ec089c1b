package org.scelmo.adaptor.backend;

import java.io.IOException;

import org.bytedeco.openblas.global.openblas;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J in this process. It finds its parts by name, through class loaders that must be told where to look: inside OSGi
 * neither the application's nor the thread's own sees this bundle. JavaCPP reads its limits when it is loaded, so they
 * are set before.
 */
public final class Nd4jRuntime {

    private static ComputeLimits limits;

    private Nd4jRuntime() {
    }

    /**
     * Loads ND4J if it is not, and sets its threads. The first call takes a second, or ten where libraries are unpacked.
     *
     * @param wanted its memory counts in the first call of a process only
     * @return the limits that hold
     * @throws BackendException if there is no native code for this machine, or no place to unpack it
     */
    public static synchronized ComputeLimits start(final ComputeLimits wanted) {
        if (limits == null) {
            load(wanted);
            limits = wanted;
        }
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(wanted.threads());
        openblas.blas_set_num_threads(wanted.threads());
        limits = new ComputeLimits(wanted.threads(), limits.memoryBytes());
        return limits;
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

    private static void load(final ComputeLimits wanted) {
        final var thread = Thread.currentThread();
        final var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Nd4jRuntime.class.getClassLoader());
        try {
            setDefault("org.bytedeco.javacpp.cachedir", NativeFolder.create().toString());
            // counts Java's own heap and mapped files, too: cells mapped from a file would use it up
            setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
            setDefault("org.bytedeco.javacpp.maxbytes", String.valueOf(wanted.memoryBytes()));
            ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jRuntime.class);
            DL4JClassLoading.setDl4jClassloaderFromClass(Nd4jRuntime.class);
            Nd4j.getBackend();
        } catch (final IOException e) {
            throw new BackendException(e, "There is no folder to unpack the native libraries into: " + e.getMessage(),
                "Allow writing to the folder .scelmo in your home folder.");
        } catch (final RuntimeException | LinkageError e) {
            throw new BackendException(e, "ND4J has no native code that runs on this computer (%s, %s)."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                "Use Linux or Windows on x86-64, or macOS.");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void setDefault(final String name, final String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
