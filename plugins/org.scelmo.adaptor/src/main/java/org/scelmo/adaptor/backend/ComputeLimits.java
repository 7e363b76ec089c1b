package org.scelmo.adaptor.backend;

/**
 * What training may take, and where it computes. Set once, before ND4J is loaded for the first time; later calls change
 * the threads only.
 *
 * @param threads that share the work, at least 1; results do not depend on them
 * @param memoryBytes outside Java's heap, at least 64 MB
 * @param backend what the user wants to compute on
 */
public record ComputeLimits(int threads, long memoryBytes, BackendPreference backend) {

    private static final long SMALLEST = 64L << 20;

    public ComputeLimits {
        if (threads < 1 || memoryBytes < SMALLEST) {
            throw new IllegalArgumentException("At least one thread and %d MB are needed, not %d and %d MB."
                .formatted(SMALLEST >> 20, threads, memoryBytes >> 20));
        }
    }

    /** On the graphics card if it can, else on the processor. */
    public ComputeLimits(final int threads, final long memoryBytes) {
        this(threads, memoryBytes, BackendPreference.AUTO);
    }

    /** @return at most two threads, and as much memory as Java's heap may take */
    public static ComputeLimits standard() {
        return new ComputeLimits(Math.min(2, Runtime.getRuntime().availableProcessors()),
            Math.max(SMALLEST, Runtime.getRuntime().maxMemory()));
    }

    /** @return the same, to compute on something else */
    public ComputeLimits on(final BackendPreference other) {
        return new ComputeLimits(threads, memoryBytes, other);
    }
}
