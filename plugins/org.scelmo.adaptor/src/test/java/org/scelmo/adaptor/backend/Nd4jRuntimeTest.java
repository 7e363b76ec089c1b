package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.scelmo.adaptor.network.GeneTower;
import org.scelmo.adaptor.network.LayerSizes;

class Nd4jRuntimeTest {

    private static final ComputeLimits LIMITS = new ComputeLimits(1, 1L << 30);

    @Test
    void threadsAreThoseAskedForAndTheThreadKeepsItsClassLoader() {
        final var loader = Thread.currentThread().getContextClassLoader();
        for (final int threads : new int[]{2, 1}) {
            assertEquals(threads, Nd4jRuntime.start(new ComputeLimits(threads, LIMITS.memoryBytes())).threads());
            assertEquals(threads, NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
        }
        assertSame(loader, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void nativeLibrariesGoToOneFolderAVersionAndPhysicalMemoryIsNotCounted() {
        Nd4jRuntime.start(LIMITS);
        assertTrue(System.getProperty("org.bytedeco.javacpp.cachedir").endsWith("natives-nd4j-1.0.0-M2.1"));
        assertEquals("0", System.getProperty("org.bytedeco.javacpp.maxphysicalbytes"));
    }

    @Test
    void tooLittleMemoryIsToldBeforeTheWorkAndNamesTheSetting() {
        final var limits = Nd4jRuntime.start(LIMITS);
        final var e = assertThrows(OffHeapMemoryException.class,
            () -> Nd4jRuntime.checkMemory(limits, limits.memoryBytes() + 1));
        assertTrue(e.getMessage().contains(OffHeapMemoryException.SETTING), e.getMessage());
        assertTrue(e.resolutions().get(0).contains(OffHeapMemoryException.SETTING));
        final int genes = (int)(limits.memoryBytes() / 4_096);
        assertThrows(OffHeapMemoryException.class,
            () -> new GeneTower(new float[genes][], new LayerSizes(1_536, 64, 32, 2), limits));
    }

    @Test
    void impossibleLimitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ComputeLimits(0, 1L << 30));
        assertThrows(IllegalArgumentException.class, () -> new ComputeLimits(1, 1));
    }
}
