package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.jna.Native;
import com.sun.jna.Platform;

class BlasKernelsTest {

    private static Optional<String> name(final String line) {
        return BlasKernels.name(Map.of(), List.of("processor\t: 0", "vendor_id\t: GenuineIntel", line, "bugs\t\t:"));
    }

    @ParameterizedTest
    @CsvSource({"sse2 avx fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl avx512_bf16, SkylakeX",
        "sse2 avx fma avx2 avx512f avx512cd, Haswell", "sse2 avx fma avx2 bmi2, Haswell", "sse2 avx, ", "sse2 avx2, "})
    void whatTheProcessorCanDecides(final String flags, final String expected) {
        assertEquals(Optional.ofNullable(expected), name("flags\t\t: fpu " + flags + " fpu"));
    }

    @Test
    void theUsersChoiceAndProcessorsWithoutFlagsAreLeftAlone() {
        final var line = List.of("flags\t\t: avx2 fma");
        assertEquals(Optional.of("Haswell"), BlasKernels.name(Map.of(), line));
        assertEquals(Optional.empty(), BlasKernels.name(Map.of(BlasKernels.VARIABLE, "Zen"), line));
        assertEquals(Optional.empty(), name("Features\t: fp asimd avx2 fma"));
        assertEquals(Optional.empty(), BlasKernels.name(Map.of(), List.of()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theNameIsInTheEnvironmentWhileLibrariesAreLoadedOnly() {
        final var library = Native.load(Platform.C_LIBRARY_NAME, BlasKernels.CLibrary.class);
        final var before = library.getenv(BlasKernels.VARIABLE);
        try (var none = BlasKernels.set(Optional.empty())) {
            assertEquals(before, library.getenv(BlasKernels.VARIABLE));
        }
        assertEquals(before, library.getenv(BlasKernels.VARIABLE));
        try (var kernels = BlasKernels.set(Optional.of("Haswell"))) {
            assertEquals("Haswell", library.getenv(BlasKernels.VARIABLE));
        }
        assertNull(library.getenv(BlasKernels.VARIABLE));
        if (before != null) {
            library.setenv(BlasKernels.VARIABLE, before, 1);
        }
    }
}
