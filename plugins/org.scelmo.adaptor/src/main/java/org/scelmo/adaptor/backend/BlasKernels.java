package org.scelmo.adaptor.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Which of its kernels OpenBLAS is to use. The version that ND4J comes with (0.3.19, of 2021) knows processors by their
 * numbers and takes some later ones for those of 2007, without AVX: products then take three times as long. When it is
 * loaded, it reads a name from the environment of the process, which is what this sets, on Linux, and removes again.
 */
final class BlasKernels implements AutoCloseable {

    static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final Set<String> AVX512 = Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");
    private static final Set<String> AVX2 = Set.of("avx2", "fma");

    private final CLibrary m_library;

    /** The environment that native code sees; Java's own is a copy of it. */
    interface CLibrary extends Library {

        int setenv(String name, String value, int overwrite);

        int unsetenv(String name);

        String getenv(String name);
    }

    private BlasKernels(final CLibrary library) {
        m_library = library;
    }

    /** @return to be closed when OpenBLAS is loaded */
    static BlasKernels choose() {
        return Platform.isLinux() ? set(name(System.getenv(), processors())) : new BlasKernels(null);
    }

    static BlasKernels set(final Optional<String> name) {
        if (name.isEmpty()) {
            return new BlasKernels(null);
        }
        try {
            final var library = Native.load(Platform.C_LIBRARY_NAME, CLibrary.class);
            library.setenv(VARIABLE, name.get(), 1);
            return new BlasKernels(library);
        } catch (final LinkageError e) { // NOSONAR then OpenBLAS chooses, as without this class
            return new BlasKernels(null);
        }
    }

    /**
     * @param environment of the process; a choice of the user's stays
     * @param processors what the system tells of them, line by line
     */
    static Optional<String> name(final Map<String, String> environment, final List<String> processors) {
        if (environment.containsKey(VARIABLE)) {
            return Optional.empty();
        }
        final var flags = processors.stream().filter(line -> line.startsWith("flags")).findFirst()
            .map(line -> List.of(line.split("\\s+"))).orElse(List.of());
        if (flags.containsAll(AVX512)) {
            return Optional.of("SkylakeX");
        }
        return flags.containsAll(AVX2) ? Optional.of("Haswell") : Optional.empty();
    }

    private static List<String> processors() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1);
        } catch (final IOException e) { // NOSONAR a system may hide it: OpenBLAS chooses
            return List.of();
        }
    }

    @Override
    public void close() {
        if (m_library != null) {
            m_library.unsetenv(VARIABLE);
        }
    }
}
