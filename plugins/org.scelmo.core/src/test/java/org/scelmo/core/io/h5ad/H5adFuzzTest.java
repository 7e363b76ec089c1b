package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;

/**
 * Over ten thousand damaged files: each is read, or refused with an exception that a user can understand, within
 * seconds and without much memory.
 */
class H5adFuzzTest {

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
        final Map<String, byte[]> bases = new LinkedHashMap<>();
        for (final var base : bases()) {
            bases.put(base.getFileName().toString(), Files.readAllBytes(base));
        }
        final double refused =
            DamagedFiles.shareRefused(bases, m_folder.resolve("fuzz.h5ad"), IOException.class, H5adFuzzTest::readAll);
        // a mutator that damages nothing, or a reader that refuses everything, would prove nothing
        assertTrue(refused > 0.1 && refused < 0.9, refused + " were refused");
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
