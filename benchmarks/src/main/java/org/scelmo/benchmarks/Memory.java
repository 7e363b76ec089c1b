package org.scelmo.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process had so far. */
final class Memory {

    private Memory() {
    }

    /** @return bytes; an upper bound, as the peaks of the heap's parts need not coincide */
    static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
            .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    }

    /** The process's own peak counts mapped files too, which the system may drop at any time. */
    static String peakOfProcess() throws IOException {
        final var status = Path.of("/proc/self/status");
        return Files.isReadable(status) ? Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM"))
            .map(l -> l.replaceAll("\\s+", " ")).findFirst().orElse("not known") : "not known";
    }
}
