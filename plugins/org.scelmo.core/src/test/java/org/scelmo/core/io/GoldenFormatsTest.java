package org.scelmo.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.tenx.TenxChoice;
import org.scelmo.core.io.text.Orientation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * 10x, MatrixMarket and MuData files of the reference data, and proteins in obsm, against what h5py 3.7 reads of them:
 * names by checksum, sums of counts exactly (they are whole and small enough for double).
 */
class GoldenFormatsTest {

    private static final String V3 = "tenx/3.0.0/filtered_feature_bc_matrix";
    private static final String V2 = "tenx/1.2.0/filtered_gene_bc_matrices";

    private static Path shared() {
        return Path.of(System.getProperty("scelmo.shared", "../shared"));
    }

    @BeforeEach
    void needsTheReferenceData() {
        Assumptions.assumeTrue(Files.isDirectory(shared()), "the reference data folder ../shared is absent");
    }

    private static JsonNode tree(final String golden) throws IOException {
        return new ObjectMapper().readTree(shared().resolve("golden").resolve(golden + ".json").toFile()).get("tree");
    }

    private static ReadChoices choices(final String genome, final String featureType, final String modality) {
        return new ReadChoices(new TenxChoice(genome, featureType), modality, Orientation.AUTO);
    }

    /** X with its names, small enough to be held. */
    private record Whole(AnnData data, float[][] x) {
    }

    private static Whole read(final String file, final ReadChoices choices, final Selection selection)
        throws IOException {
        try (var source = AnnDataReader.open(shared().resolve("data").resolve(file), choices)) {
            final var summary = source.summary();
            final var data = source.read(selection, Progress.NONE).data();
            assertEquals(summary.cells(), data.cells());
            final var x = data.x().orElseThrow();
            return new Whole(data.withX(null), Dense.of(x));
        }
    }

    private static Whole read(final String file) throws IOException {
        return read(file, ReadChoices.DEFAULT, Selection.x());
    }

    private static void assertNames(final JsonNode truth, final String[] names) {
        assertEquals(truth.get("sha1_joined_x1f").asText(), sha1(names));
    }

    private static String sha1(final String[] names) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1")
                .digest(String.join("\u001f", names).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] texts(final AnnData data, final String column) {
        final var values = data.var().column(column).orElseThrow();
        return Stream.iterate(0, i -> i + 1).limit(values.size()).map(values::text).toArray(String[]::new);
    }

    @Test
    void cellRanger3() throws IOException {
        final var truth = tree("tenx/filtered_feature_bc_matrix.h5");
        final var read = read(V3 + ".h5");
        assertNames(truth.get("matrix/barcodes"), read.data().obs().index());
        assertNames(truth.get("matrix/features/name"), read.data().var().index());
        assertNames(truth.get("matrix/features/id"), texts(read.data(), "gene_ids"));
        assertNames(truth.get("matrix/features/feature_type"), texts(read.data(), "feature_types"));
        assertNames(truth.get("matrix/features/genome"), texts(read.data(), "genome"));
        assertEquals(truth.get("matrix/data").get("sum_finite").asDouble(), Dense.sum(read.x()));
        assertColumnIndices(truth.get("matrix/indices"), read.x());
    }

    /** h5py's sum of the row indices tells whether the entries lie where they should. */
    private static void assertColumnIndices(final JsonNode truth, final float[][] x) {
        double sum = 0;
        for (final var row : x) {
            for (int j = 0; j < row.length; j++) {
                sum += row[j] == 0 ? 0 : j;
            }
        }
        assertEquals(truth.get("sum_finite").asDouble(), sum);
    }

    @Test
    void cellRanger2() throws IOException {
        final var truth = tree("tenx/pegasus_heart_1k_v2_filtered_gene_bc_matrices_h5.h5");
        final var read = read("tenx/pegasus_heart_1k_v2_filtered_gene_bc_matrices_h5.h5");
        assertNames(truth.get("mm10/barcodes"), read.data().obs().index());
        assertNames(truth.get("mm10/gene_names"), read.data().var().index());
        assertNames(truth.get("mm10/genes"), texts(read.data(), "gene_ids"));
        assertEquals(truth.get("mm10/data").get("sum_finite").asDouble(), Dense.sum(read.x()));
        assertColumnIndices(truth.get("mm10/indices"), read.x());
    }

    @ParameterizedTest
    @CsvSource({"hg19_chr21, 12", "another_genome, 13"})
    void oneOfSeveralGenomes(final String genome, final double sum) throws IOException {
        final var truth = tree("tenx/multiple_genomes.h5");
        final var read = read("tenx/1.2.0/multiple_genomes.h5", choices(genome, "", ""), Selection.x());
        assertNames(truth.get(genome + "/gene_names"), read.data().var().index());
        assertEquals(sum, Dense.sum(read.x()));
    }

    @Test
    void severalGenomesAreListedIfNoneIsChosen() {
        final var refused = assertThrows(ScelmoException.class, () -> read("tenx/1.2.0/multiple_genomes.h5"));
        assertTrue(refused.getMessage().contains("another_genome, hg19_chr21"), refused.getMessage());
    }

    /** Two formats of the same run, read by different code. */
    @ParameterizedTest
    @CsvSource({V3 + ".h5, " + V3, V2 + "_h5.h5, " + V2 + "/hg19_chr21",
        V3 + ".h5, " + V3 + "/matrix.mtx.gz"})
    void matrixMarketAgreesWithHdf5(final String hdf5, final String folder) throws IOException {
        final var expected = read(hdf5);
        final var read = read(folder);
        assertArrayEquals(expected.x(), read.x());
        assertArrayEquals(expected.data().obs().index(), read.data().obs().index());
        assertArrayEquals(expected.data().var().index(), read.data().var().index());
        assertArrayEquals(texts(expected.data(), "gene_ids"), texts(read.data(), "gene_ids"));
    }

    @ParameterizedTest
    @CsvSource({"'', rna", "rna, rna", "atac, atac"})
    void oneModalityOfMuData(final String chosen, final String modality) throws IOException {
        final var truth = tree("h5ad_real/muon_test_rna_atac.h5mu");
        final var read = read("h5ad_real/muon_test_rna_atac.h5mu", choices("", "", chosen), Selection.x());
        assertNames(truth.get("mod/" + modality + "/obs/_index"), read.data().obs().index());
        assertNames(truth.get("mod/" + modality + "/var/_index"), read.data().var().index());
        assertEquals(truth.get("mod/" + modality + "/X/data").get("sum_finite").asDouble(), Dense.sum(read.x()));
    }

    @Test
    void modalitiesAreListedIfTheChosenOneIsAbsent() {
        final var refused = assertThrows(ScelmoException.class,
            () -> read("h5ad_real/muon_test_rna_atac.h5mu", choices("", "", "protein"), Selection.x()));
        assertTrue(refused.getMessage().contains("atac, rna"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"h5ad_real/scvi_pbmc_10k_protein_v3_200", "h5ad_real/scvi_pbmc_5k_protein_v3_200",
        "derived/citeseq_pbmc5k10k", "derived/citeseq_ctcl_vs_control"})
    void proteinsOfCiteSeqAsX(final String file) throws IOException {
        final var truth = tree(file.replace("derived", "h5ad_derived") + ".h5ad");
        final var read =
            read(file + ".h5ad", ReadChoices.DEFAULT, Selection.obsm("protein_expression"));
        assertNames(truth.get("uns/protein_names"), read.data().var().index());
        assertEquals(truth.get("obsm/protein_expression").get("sum_finite").asDouble(), Dense.sum(read.x()), 1e-3);
        assertEquals(truth.get("obsm/protein_expression").get("first5").get(3).asDouble(), read.x()[0][3]);
    }

    @Test
    void anEmbeddingAsXIsNumbered() throws IOException {
        final var read =
            read("h5ad_real/scanpy_pbmc68k_reduced.h5ad", ReadChoices.DEFAULT, Selection.obsm("X_umap"));
        assertArrayEquals(new String[]{"X_umap_1", "X_umap_2"}, read.data().var().index());
    }

    @Test
    void matricesOfObsmAreListedIfTheChosenOneIsAbsent() {
        final var refused = assertThrows(ScelmoException.class,
            () -> read("h5ad_real/scanpy_pbmc68k_reduced.h5ad", ReadChoices.DEFAULT, Selection.obsm("protein")));
        assertTrue(refused.getMessage().contains("X_pca"), refused.getMessage());
    }
}
