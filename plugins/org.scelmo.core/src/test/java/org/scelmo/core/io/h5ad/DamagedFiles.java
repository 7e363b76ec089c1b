package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.scelmo.core.ScelmoException;

/** Thousands of damaged files, one after the other: each is read, or refused as it should be, in time and memory. */
public final class DamagedFiles {

    private static final int CASES = 12_000;
    private static final long SECONDS = 20;
    private static final long MAX_ALLOCATED = 768L << 20;

    private DamagedFiles() {
    }

    /** Reads all of a file. */
    @FunctionalInterface
    public interface Reading {

        /** @throws IOException if it is refused by a reader that may do so in this way; else it is an error */
        void read(Path file) throws IOException;
    }

    /**
     * @param bases whole files by their names
     * @param file where the damaged ones are put
     * @param refusal what a reader may throw beside {@link ScelmoException}
     * @param reading reads one
     * @return the share of files that were refused
     */
    public static double shareRefused(final Map<String, byte[]> bases, final Path file,
        final Class<? extends Exception> refusal, final Reading reading) throws Exception {
        final List<String> names = List.copyOf(bases.keySet());
        final List<Mutator> mutators = new ArrayList<>();
        names.forEach(name -> mutators.add(new Mutator(bases.get(name))));
        final var worker = Executors.newSingleThreadExecutor();
        int refused = 0;
        try {
            for (int i = 0; i < CASES; i++) {
                final var name = names.get(i % names.size()) + ", seed " + i;
                Files.write(file, mutators.get(i % names.size()).mutate(i));
                try {
                    refused += worker.submit(() -> isRefused(file, name, refusal, reading))
                        .get(SECONDS, TimeUnit.SECONDS) ? 1 : 0;
                } catch (final TimeoutException e) {
                    fail(name + " takes more than " + SECONDS + " s", e);
                } catch (final ExecutionException e) {
                    throw new AssertionError(name + " ends in " + e.getCause(), e.getCause());
                }
            }
        } finally {
            worker.shutdownNow();
        }
        return refused / (double)CASES;
    }

    private static boolean isRefused(final Path file, final String name, final Class<? extends Exception> refusal,
        final Reading reading) throws Exception {
        final var threads = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reading.read(file);
        } catch (final ScelmoException | IOException e) {
            if (!(e instanceof ScelmoException) && !refusal.isInstance(e)) {
                throw e;
            }
            refused = true;
            assertTrue(e.getMessage() != null, name);
            assertFalse(e.getMessage().isBlank(), name);
        }
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MAX_ALLOCATED, name + " takes " + (allocated >> 20) + " MB");
        return refused;
    }
}
