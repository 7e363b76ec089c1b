package org.scelmo.core.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.io.library.EmbeddingLibrary;
import org.scelmo.core.io.library.LibraryFormat;
import org.scelmo.core.io.library.LibraryRequest;

/** 43,777 vectors of HGNC names (golden/gene_embeddings) against the 2,000 genes of golden/pbmc4k_soupx. */
class GeneMatcherGoldenTest {

    private static final Path GOLDEN = Path.of(System.getProperty("scelmo.shared", "none"), "golden");
    private static final Path VECTORS = GOLDEN.resolve("gene_embeddings/hgnc_svd128.npy");

    @BeforeEach
    void needsTheReferenceData() {
        assumeTrue(Files.isRegularFile(VECTORS), "the reference data folder is absent");
    }

    @Test
    void findsAsManyMissingGenesAsTheReference() throws Exception {
        final var genes = Files.readAllLines(GOLDEN.resolve("pbmc4k_soupx/scelmo/genes.txt")).toArray(String[]::new);
        assertEquals(2000, genes.length);
        final var all = EmbeddingLibrary.read(VECTORS, LibraryRequest.all(), Progress.NONE);
        assertEquals(43_777, all.embedding().size());
        assertEquals(128, all.embedding().dimensions());
        assertEquals(LibraryFormat.NPY, all.report().format());

        final var match = GeneMatcher.match(genes, all.embedding().names());
        final var report = MatchReport.of(genes, match, match.vectors(all.embedding()), null);
        assertEquals(506, report.missing().size()); // n_missing in scelmo_knn.json
        assertEquals(List.of(), report.duplicated());

        final var wanted = EmbeddingLibrary.read(VECTORS, LibraryRequest.all().only(Set.of(genes)), Progress.NONE);
        assertEquals(report.matched(), wanted.embedding().size());
        assertEquals(43_777 - report.matched(), wanted.report().notWanted());
    }
}
