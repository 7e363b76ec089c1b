package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.preprocess.NormalizationCheck.State;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Against scanpy 1.9.8; float32 there and here, hence a relative tolerance of 1e-6 for entries. scanpy also adds up a
 * cell's counts in float32, which shifts all entries of a cell; hence 5e-6 for sums.
 */
class NormalizationGoldenTest {

    private static final double TOLERANCE = 1e-6;
    private static final double SUM_TOLERANCE = 5e-6;

    private static void compare(final JsonNode entries, final CsrMatrix actual) {
        for (final var entry : entries) {
            final int row = entry.get(0).asInt();
            final int column = entry.get(1).asInt();
            float value = 0;
            for (int e = actual.begin(row); e < actual.end(row); e++) {
                value = actual.indices()[e] == column ? actual.values()[e] : value;
            }
            final double expected = entry.get(2).asDouble();
            assertEquals(expected, value, TOLERANCE * expected, () -> "row " + row + ", column " + column);
        }
    }

    private static void assertSum(final JsonNode golden, final CsrMatrix x) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            sum += x.rowSum(i);
        }
        assertEquals(golden.get("sum").asDouble(), sum, SUM_TOLERANCE * sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch"})
    void normalizesAsScanpyDoes(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var golden = reference.golden();
        final var check = NormalizationCheck.of(reference.x(), Progress.NONE);
        assertEquals(golden.get("counts").get("median_cell_sum").asDouble(), check.medianTotal());
        final var normalized = ScanpyData.whole(Normalization.total(reference.x(), 1e4));
        compare(golden.get("normalize_total_1e4").get("entries_row_col_val"), normalized);
        assertSum(golden.get("normalize_total_1e4"), normalized);
        compare(golden.get("normalize_total_default_median").get("entries_row_col_val"),
            ScanpyData.whole(Normalization.total(reference.x(), check.medianTotal())));
        final var logs = ScanpyData.whole(reference.logNormalized(reference.x()));
        compare(golden.get("log1p").get("entries_row_col_val"), logs);
        assertSum(golden.get("log1p"), logs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void tellsWhatTheFilesHold(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        assertEquals(reference.hasCounts(), !NormalizationCheck.of(reference.x(), Progress.NONE).isNormalized());
        assertEquals(State.LOG_NORMALIZED,
            NormalizationCheck.of(reference.logNormalized(reference.x()), Progress.NONE).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void leavesTheGenesThatScanpyLeaves(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        assertEquals(reference.golden().get("hvg").get("n_genes_after_filter").asInt(),
            reference.expressed().genes());
    }
}
