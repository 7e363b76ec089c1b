package org.scelmo.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Runs work several times and takes the median; the first ones, in which the compiler still works, do not count. */
final class Timing {

    private static final int WARM_UP = 2;

    private Timing() {
    }

    /** @return median of the wall times in seconds */
    static double median(final int runs, final Callable<?> work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.call();
        }
        final var seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            seconds[i] = once(work);
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }

    /** @return wall time in seconds, without warm-up */
    static double once(final Callable<?> work) throws Exception {
        final long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Prints the machine's state, without which a time says little. */
    static void printMachine() {
        final var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("Java %s, %d processors, load average %.1f, heap limit %d MB%n",
            System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
            system.getSystemLoadAverage(), Runtime.getRuntime().maxMemory() >> 20);
    }
}
