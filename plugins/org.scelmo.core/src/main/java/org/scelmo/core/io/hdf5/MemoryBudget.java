package org.scelmo.core.io.hdf5;

/** Says no before an array is allocated that the virtual machine cannot hold. */
final class MemoryBudget {

    private static final long RESERVE = 16L << 20;
    private static final long MEGABYTE = 1L << 20;

    private MemoryBudget() {
    }

    static void check(final Hdf5File file, final String path, final long bytes) {
        final var runtime = Runtime.getRuntime();
        final long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        // what is free now may be short of what a collection would free, so only half the maximum is refused for sure
        if (bytes > Math.max(free, runtime.maxMemory() / 2) - RESERVE) {
            throw file.fault(path, "%,d MB are needed to hold this, more than the %,d MB of memory allow."
                .formatted(bytes / MEGABYTE, runtime.maxMemory() / MEGABYTE),
                "Give Java more memory (KNIME: -Xmx in knime.ini).");
        }
    }
}
