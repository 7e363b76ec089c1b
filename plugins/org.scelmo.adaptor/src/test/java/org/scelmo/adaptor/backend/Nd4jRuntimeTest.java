package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.scelmo.adaptor.network.GeneTower;
import org.scelmo.adaptor.network.LayerSizes;
import org.scelmo.adaptor.parallel.Team;

class Nd4jRuntimeTest {

    private static final ComputeLimits LIMITS = new ComputeLimits(1, 1L << 30);

    @Test
    void threadsAreOursAloneAndTheThreadKeepsItsClassLoader() {
        final var loader = Thread.currentThread().getContextClassLoader();
        for (final int threads : new int[]{2, 1}) {
            assertEquals(threads, Nd4jRuntime.start(new ComputeLimits(threads, LIMITS.memoryBytes())).threads());
            assertEquals(1, NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
        }
        assertSame(loader, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void nativeLibrariesGoToOneFolderAVersionAndPhysicalMemoryIsNotCounted() {
        Nd4jRuntime.start(LIMITS);
        final var folder = System.getProperty("org.bytedeco.javacpp.cachedir");
        assertTrue(folder.endsWith("natives-nd4j-1.0.0-M2.1"), folder);
        final var library = Loader.load(Nd4jCpu.class);
        assertTrue(Path.of(library).startsWith(Path.of(folder)), library + " lies elsewhere");
        assertEquals(0, Pointer.maxPhysicalBytes());
    }

    @Test
    void nativeCodeMayTakeWhatTheFirstLimitsAllow() {
        final var limits = Nd4jRuntime.start(LIMITS);
        assertEquals(limits.memoryBytes(), Pointer.maxBytes());
        Nd4jRuntime.start(new ComputeLimits(1, 1L << 28));
        assertEquals(limits.memoryBytes(), Pointer.maxBytes());
    }

    @Test
    void tooLittleMemoryIsToldBeforeTheWorkAndNamesThePreference() {
        final var limits = Nd4jRuntime.start(LIMITS);
        final var e = assertThrows(OffHeapMemoryException.class,
            () -> Nd4jRuntime.checkMemory(limits, limits.memoryBytes() + 1));
        assertTrue(e.getMessage().contains(OffHeapMemoryException.SETTING), e.getMessage());
        assertEquals("Raise the preference 'Memory for training (MB)' (Preferences, KNIME, scELMo; "
            + "or -Dscelmo.adaptor.memory=... in knime.ini) and restart.", e.resolutions().get(0));
        final int genes = (int)(limits.memoryBytes() / 4_096);
        assertThrows(OffHeapMemoryException.class,
            () -> new GeneTower(new float[genes][], new LayerSizes(1_536, 64, 32, 2), limits, Team.ALONE));
    }

    @Test
    void withoutTheFeatureTheProcessorComputesAndOnlyWhoWantsCudaIsTold() {
        Nd4jRuntime.start(LIMITS);
        assertEquals("CPU", Nd4jRuntime.backend(BackendPreference.AUTO).deviceName());
        assertEquals(Optional.empty(), Nd4jRuntime.backend(BackendPreference.AUTO).warning());
        assertEquals(Optional.of("The CUDA feature is not installed. The processor computes."),
            Nd4jRuntime.backend(BackendPreference.CUDA).warning());
        assertTrue(Nd4j.getBackend() instanceof CpuBackend);
    }

    @Test
    void impossibleLimitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ComputeLimits(0, 1L << 30));
        assertThrows(IllegalArgumentException.class, () -> new ComputeLimits(1, 1));
    }
}
