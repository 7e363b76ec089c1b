package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;

/**
 * Over ten thousand damaged files: each is read, or refused with an exception that a user can understand, within
 * seconds and without much memory.
 */
class H5adFuzzTest {

    private static final int CASES = 12_000;
    private static final long SECONDS = 20;
    private static final long MAX_ALLOCATED = 768L << 20;
    private static final List<String> OWN = List.of("csr", "csc", "dense_chunks", "dense_lzf_fletcher", "columns",
        "latest_unicode", "latest_chunks", "skipped_filter", "soft_link", "uns_cycle", "dense_compact", "zstd",
        "blosc_zstd_shuffle");
    /** Old compound layouts, lz4 and all that the reference data add; left out where they are absent. */
    private static final List<String> SHARED = List.of("h5ad_variants/legacy_compound_obs_h5sparse.h5ad",
        "h5ad_variants/full_lz4.h5ad", "h5ad_variants/full_gzip_shuffle_chunk2.h5ad",
        "h5ad_variants/full_blosc_blosclz.h5ad", "h5ad_variants/full_blosc_lz4.h5ad",
        "h5ad_real/cellxgene_1e4dfec4.h5ad", "h5ad_real/anndata_archive_v0.11.4.h5ad");

    @TempDir
    private Path m_folder;

    private static List<Path> bases() {
        final List<Path> bases = new ArrayList<>();
        OWN.forEach(name -> bases.add(Fixtures.path(name)));
        final var data = Path.of(System.getProperty("scelmo.shared", "../shared")).resolve("data");
        SHARED.stream().map(data::resolve).filter(Files::exists).forEach(bases::add);
        return bases;
    }

    @Test
    void aDamagedFileIsReadOrRefusedInTimeAndMemory() throws Exception {
        final var bases = bases();
        final List<Mutator> mutators = new ArrayList<>();
        for (final var base : bases) {
            mutators.add(new Mutator(Files.readAllBytes(base)));
        }
        final var file = m_folder.resolve("fuzz.h5ad");
        final var worker = Executors.newSingleThreadExecutor();
        int refused = 0;
        try {
            for (int i = 0; i < CASES; i++) {
                final var name = bases.get(i % bases.size()).getFileName() + ", seed " + i;
                Files.write(file, mutators.get(i % mutators.size()).mutate(i));
                try {
                    refused += worker.submit(() -> refused(file, name)).get(SECONDS, TimeUnit.SECONDS) ? 1 : 0;
                } catch (TimeoutException e) {
                    fail(name + " takes more than " + SECONDS + " s", e);
                } catch (ExecutionException e) {
                    throw new AssertionError(name + " ends in " + e.getCause(), e.getCause());
                }
            }
        } finally {
            worker.shutdownNow();
        }
        // a mutator that damages nothing, or a reader that refuses everything, would prove nothing
        assertTrue(refused > CASES / 10 && refused < CASES * 9 / 10, refused + " of " + CASES + " were refused");
    }

    private static boolean refused(final Path path, final String name) throws IOException {
        final var threads = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final long before = threads.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            readAll(path);
        } catch (ScelmoException | IOException e) {
            refused = true;
            assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), name);
        }
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MAX_ALLOCATED, name + " takes " + (allocated >> 20) + " MB");
        return refused;
    }

    private static void readAll(final Path path) throws IOException {
        try (var file = H5adFile.open(path)) {
            final var summary = file.summary();
            final var data = file.read(Selection.x(), Progress.NONE).data();
            assertEquals(summary.cells(), data.cells());
            if (data.x().isPresent()) {
                try (var cursor = data.x().get().open()) {
                    for (var block = cursor.next(1000); block != null; block = cursor.next(1000)) {
                        block.checkStructure();
                    }
                }
            }
            for (final var matrix : data.obsm().values()) {
                matrix.copy(0, (int)Math.min(10, matrix.rows()));
            }
        }
    }
}
