package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.preprocess.HighlyVariableGenes.Flavor;

/**
 * Against scanpy 1.9.8: exactly the same genes are chosen. The numbers agree within 2e-5 of their size: scanpy computes
 * in float32 what it then averages, and the tables have nine digits.
 */
class HighlyVariableGenesGoldenTest {

    private static final double TOLERANCE = 2e-5;

    private static void compare(final Map<String, Map<String, String>> expected, final AnnData data,
        final VariableGenes actual) {
        assertEquals(expected.size(), data.genes());
        int chosen = 0;
        for (int j = 0; j < data.genes(); j++) {
            final var name = data.var().index()[j];
            final var row = expected.get(name);
            assertNumber(row.get("means"), actual.means()[j], name + " mean");
            assertNumber(row.get("dispersions"), actual.spread()[j], name + " dispersion");
            assertNumber(row.get("dispersions_norm"), actual.normalized()[j], name + " normalized");
            assertEquals(row.get("highly_variable").equals("True"), actual.selected()[j], name);
            chosen += actual.selected()[j] ? 1 : 0;
        }
        assertTrue(chosen > 100, "genes chosen: " + chosen);
    }

    private static void assertNumber(final String expected, final double actual, final String what) {
        final double number = expected.isEmpty() ? Double.NaN : Double.parseDouble(expected);
        assertEquals(number, actual, TOLERANCE * Math.max(1, Math.abs(number)), what);
    }

    private static int top(final ScanpyData reference, final String flavor) {
        return reference.golden().get("hvg").get(flavor).get("n_top_genes").asInt();
    }

    @ParameterizedTest
    @CsvSource({"pbmc4k_soupx, SEURAT", "cellmix_5batch, SEURAT", "pbmc_symphony_3batch, SEURAT",
        "pbmc4k_soupx, CELL_RANGER", "cellmix_5batch, CELL_RANGER", "pbmc_symphony_3batch, CELL_RANGER"})
    void choosesTheGenesThatScanpyChooses(final String name, final Flavor flavor) throws IOException {
        final var reference = ScanpyData.of(name);
        final var data = reference.expressed();
        final var key = flavor.name().toLowerCase(Locale.ROOT);
        final var found = HighlyVariableGenes.find(reference.logNormalized(data.x().orElseThrow()), flavor,
            HvgChoice.top(top(reference, key)), Progress.NONE);
        compare(reference.table("hvg_" + key + ".csv.gz"), data, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void cutsOffAsScanpyDoes(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var data = reference.expressed();
        final var found = HighlyVariableGenes.find(reference.logNormalized(data.x().orElseThrow()), Flavor.SEURAT,
            HvgChoice.CUTOFFS, Progress.NONE);
        compare(reference.table("hvg_seurat_cutoffs.csv.gz"), data, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cellmix_5batch", "pbmc_symphony_3batch"})
    void combinesBatchesAsScanpyDoes(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var data = reference.expressed();
        final var batch = (CategoricalColumn)data.obs().column("batch").orElseThrow();
        final var found = HighlyVariableGenes.find(reference.logNormalized(data.x().orElseThrow()),
            data.var().index(), batch.codes(), batch.categories().size(), Flavor.SEURAT,
            HvgChoice.top(top(reference, "seurat_batch")), Progress.NONE);
        final var expected = reference.table("hvg_seurat_batch.csv.gz");
        compare(expected, data, found);
        for (int j = 0; j < data.genes(); j++) {
            assertEquals(Integer.parseInt(expected.get(data.var().index()[j]).get("highly_variable_nbatches")),
                found.batches()[j], data.var().index()[j]);
        }
    }

    /**
     * Both compute counts in float64, and the tables have nine digits. Genes with the same counts in other cells tie;
     * their order in scanpy is numpy's whim.
     */
    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch"})
    void choosesAmongCountsAsScanpyDoes(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var data = reference.expressed();
        final var found = StandardizedVariances.find(data.x().orElseThrow(), null, 1, top(reference, "seurat_v3"),
            Progress.NONE);
        final var expected = reference.table("hvg_seurat_v3.csv.gz");
        assertEquals(expected.size(), data.genes());
        double worst = 0;
        for (int j = 0; j < data.genes(); j++) {
            final var gene = data.var().index()[j];
            final var row = expected.get(gene);
            worst = Math.max(worst, Math.abs(number(row, "variances_norm") - found.standardized()[j]));
            assertEquals(number(row, "means"), found.means()[j], 1e-8 * found.means()[j], gene);
            assertEquals(number(row, "variances"), found.variances()[j], 1e-8 * found.variances()[j], gene);
            assertRank(number(row, "highly_variable_rank"), j, found);
            assertEquals(row.get("highly_variable").equals("True"), found.selected()[j], gene);
        }
        assertTrue(worst < 1e-7, "largest difference: " + worst);
        assertEquals(2000, found.indices().length);
    }

    private static void assertRank(final double expected, final int gene, final StandardizedGenes found) {
        final double own = found.standardized()[gene];
        final long better = Arrays.stream(found.standardized()).filter(v -> v > own + 1e-12).count();
        final long tied = Arrays.stream(found.standardized()).filter(v -> Math.abs(v - own) <= 1e-12).count();
        if (Double.isNaN(expected)) {
            assertTrue(better + tied > 2000, "rank " + better);
        } else {
            assertTrue(better <= expected && expected < better + tied, expected + " is not rank " + better);
        }
    }

    private static double number(final Map<String, String> row, final String column) {
        return row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column));
    }
}
