package org.scelmo.core.io.h5ad;

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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Every .h5ad file of the reference data, against what anndata 0.8.0 and h5py 3.7 read from it. Names, codes,
 * categories, whole numbers and shapes are equal; sums agree to 1e-6 of the sum of absolute values, as values become
 * float32 here.
 */
class GoldenH5adTest {

    private static final double TOLERANCE = 1e-6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path shared() {
        return Path.of(System.getProperty("scelmo.shared", "../shared"));
    }

    static List<Path> truths() throws IOException {
        final List<Path> truths = new ArrayList<>();
        for (final var folder : List.of("h5ad_real", "h5ad_variants", "h5ad_derived")) {
            final var path = shared().resolve("golden").resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(f -> f.toString().endsWith(".h5ad.json")).sorted().forEach(truths::add);
                }
            }
        }
        return truths.isEmpty() ? List.of(Path.of("absent")) : truths;
    }

    private static Path data(final JsonNode truth) {
        return shared().resolve(truth.get("file").asText());
    }

    private static JsonNode truth(final Path path) throws IOException {
        Assumptions.assumeTrue(Files.exists(path), "the reference data folder ../shared is absent");
        return JSON.readTree(path.toFile());
    }

    @ParameterizedTest
    @MethodSource("truths")
    void summaryTellsWhatTheFileHolds(final Path path) throws IOException {
        final var truth = truth(path);
        final var view = truth.get("anndata_0.8.0_view");
        try (var file = H5adFile.open(data(truth))) {
            final var summary = file.summary();
            assertEquals(view.get("shape").get(0).asLong(), summary.cells());
            assertEquals(view.get("shape").get(1).asLong(), summary.genes());
            assertEquals(names(view.get("layers")), List.copyOf(summary.layers().keySet().stream().sorted().toList()));
            assertEquals(view.get("raw").isNull(), summary.raw().isEmpty());
            if (!view.get("raw").isNull()) {
                assertEquals(view.get("raw").get(1).asLong(), summary.raw().get().columns());
            }
            assertEquals(view.path("X").path("type").asText("none"), summary.x().map(x -> switch (x.storage()) {
                case CSR -> "csr_matrix";
                case CSC -> "csc_matrix";
                case DENSE -> "ndarray";
            }).orElse("none"));
            summary.x().ifPresent(x -> assertEquals(view.get("X").get("dtype").asText(), x.dtype()));
            final List<String> columns = new ArrayList<>();
            view.get("obs_columns").fieldNames().forEachRemaining(columns::add);
            assertEquals(columns, summary.obs().stream().map(H5adSummary.Annotation::name).toList());
            for (final var column : summary.obs()) {
                final var expected = view.get("obs_columns").get(column.name());
                assertEquals(kind(expected.get("dtype").asText()), column.kind(), column.name());
                assertEquals(expected.path("n_categories").asLong(0), column.categories(), column.name());
            }
            for (final var column : summary.var()) {
                assertEquals(kind(view.get("var_columns").get(column.name()).asText()), column.kind(), column.name());
            }
            summary.obsm().forEach((name, width) -> assertEquals(view.get("obsm").get(name).get(1).asInt(), width));
        }
    }

    private static List<String> names(final JsonNode array) {
        final List<String> names = new ArrayList<>();
        array.forEach(n -> names.add(n.asText()));
        return names.stream().sorted().toList();
    }

    private static H5adSummary.Kind kind(final String dtype) {
        return switch (dtype) {
            case "category" -> H5adSummary.Kind.CATEGORICAL;
            case "object" -> H5adSummary.Kind.TEXT;
            case "bool", "boolean" -> H5adSummary.Kind.BOOLEAN;
            default -> dtype.startsWith("float") ? H5adSummary.Kind.REAL : H5adSummary.Kind.INTEGER;
        };
    }

    @ParameterizedTest
    @MethodSource("truths")
    void contentAgrees(final Path path) throws IOException {
        final var truth = truth(path);
        try (var file = H5adFile.open(data(truth))) {
            final var view = truth.get("anndata_0.8.0_view");
            final var data = file.read(Selection.x(), Progress.NONE).data();
            assertEquals(view.get("obs_names_sha1").asText(), sha1(data.obs().index()));
            assertEquals(view.get("var_names_sha1").asText(), sha1(data.var().index()));
            assertFrame(view.get("obs_columns"), data.obs());
            assertEquals(view.get("var_columns").size(), data.var().columns().size());
            if (data.x().isPresent()) {
                assertMatrix(view.get("X"), data.x().get());
            }
            assertExtras(truth.get("tree"), view, data);
        }
    }

    /** Those with a raw matrix that can be read. */
    static List<Path> rawTruths() throws IOException {
        final List<Path> raw = new ArrayList<>();
        for (final var path : truths()) {
            if (!Files.exists(path)) {
                return List.of(path);
            }
            final var truth = truth(path);
            if (!truth.get("anndata_0.8.0_view").get("raw").isNull()) {
                raw.add(path);
            }
        }
        return raw;
    }

    @ParameterizedTest
    @MethodSource("rawTruths")
    void rawAgrees(final Path path) throws IOException {
        final var truth = truth(path);
        final var view = truth.get("anndata_0.8.0_view");
        final var tree = truth.get("tree");
        try (var file = H5adFile.open(data(truth))) {
            final var data = file.read(Selection.raw(), Progress.NONE).data();
            assertEquals(view.get("raw").get(1).asInt(), data.genes());
            final var values = tree.has("raw.X/data") ? tree.get("raw.X/data")
                : tree.has("raw/X/data") ? tree.get("raw/X/data") : tree.get("raw/X");
            assertSum(values, sum(data.x().orElseThrow()));
        }
    }

    private static void assertFrame(final JsonNode columns, final Frame frame) {
        assertEquals(columns.size(), frame.columns().size());
        for (final Map.Entry<String, Column> entry : frame.columns().entrySet()) {
            final var expected = columns.get(entry.getKey());
            final var column = entry.getValue();
            for (int i = 0; i < expected.get("first5").size(); i++) {
                assertEquals(text(expected.get("first5").get(i), column instanceof CategoricalColumn),
                    normal(column, i), entry.getKey() + " " + i);
            }
            if (column instanceof CategoricalColumn categorical) {
                assertEquals(expected.get("n_categories").asInt(), categorical.categories().size());
                assertEquals(expected.get("ordered").asBoolean(), categorical.ordered(), entry.getKey());
                for (int i = 0; i < expected.get("codes_first10").size(); i++) {
                    assertEquals(expected.get("codes_first10").get(i).asInt(), categorical.codes()[i]);
                }
                final var counts = new int[categorical.categories().size()];
                for (final var code : categorical.codes()) {
                    if (code >= 0) {
                        counts[code]++;
                    }
                }
                expected.get("counts").fields().forEachRemaining(e -> assertEquals(e.getValue().asInt(),
                    counts[categorical.categories().indexOf(e.getKey())], e.getKey()));
            }
        }
    }

    /** JSON holds NaN as null and both infinities as "inf". */
    private static String text(final JsonNode value, final boolean category) {
        if (value.isNull()) {
            return null;
        }
        if (category && value.isBoolean()) {
            return value.asBoolean() ? "True" : "False";
        }
        return value.isDouble() ? Double.toString(value.asDouble())
            : value.asText();
    }

    private static String normal(final Column column, final int row) {
        final var text = column.text(row);
        return text != null && text.endsWith("Infinity") ? "inf" : text;
    }

    private static void assertMatrix(final JsonNode expected, final RowBlocks rows) throws IOException {
        final var first = new double[3];
        final var columnSums = new double[rows.columns()];
        double sum = 0;
        double absolute = 0;
        long nonZero = 0;
        try (var cursor = rows.open()) {
            for (var block = cursor.next(17); block != null; block = cursor.next(17)) {
                block.checkStructure();
                final long at = cursor.position() - block.rows();
                for (int i = 0; i < block.rows(); i++) {
                    if (at + i < 3) {
                        first[(int)at + i] = block.rowSum(i);
                    }
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        final float value = block.values()[e];
                        nonZero += value != 0 ? 1 : 0;
                        sum += Float.isFinite(value) ? value : 0;
                        absolute += Float.isFinite(value) ? Math.abs(value) : 0;
                        columnSums[block.indices()[e]] += value;
                    }
                }
            }
            assertEquals(rows.rows(), cursor.position());
        }
        assertEquals(expected.get("sum").asDouble(), sum, TOLERANCE * absolute);
        assertEquals(expected.get("n_nonzero").asLong(), nonZero);
        for (int i = 0; i < Math.min(3, rows.rows()); i++) {
            assertNumber(expected.get("row_sums_first3").get(i), first[i], TOLERANCE * absolute);
        }
        for (int j = 0; j < Math.min(3, rows.columns()); j++) {
            assertNumber(expected.get("col_sums_first3").get(j), columnSums[j], TOLERANCE * absolute);
        }
    }

    private static void assertNumber(final JsonNode expected, final double actual, final double delta) {
        if (expected.isNull()) {
            assertTrue(Double.isNaN(actual), "NaN is expected, not " + actual);
        } else {
            assertEquals(expected.asDouble(), actual, delta);
        }
    }

    private static void assertExtras(final JsonNode tree, final JsonNode view, final AnnData data) throws IOException {
        assertEquals(names(view.get("layers")), data.layers().keySet().stream().sorted().toList());
        for (final var layer : data.layers().entrySet()) {
            final var path = "layers/" + layer.getKey();
            assertSum(tree.has(path + "/data") ? tree.get(path + "/data") : tree.get(path), sum(layer.getValue()));
        }
        for (final var matrix : data.obsm().entrySet()) {
            final var shape = view.get("obsm").get(matrix.getKey());
            assertArrayEquals(new long[]{shape.get(0).asLong(), shape.get(1).asLong()},
                new long[]{matrix.getValue().rows(), matrix.getValue().columns()});
            final var node = tree.path("obsm/" + matrix.getKey());
            if (node.has("sum_finite")) {
                double sum = 0;
                double absolute = 0;
                for (final var row : matrix.getValue().copy(0, (int)matrix.getValue().rows())) {
                    for (final var value : row) {
                        sum += Float.isFinite(value) ? value : 0;
                        absolute += Float.isFinite(value) ? Math.abs(value) : 0;
                    }
                }
                assertEquals(node.get("sum_finite").asDouble(), sum, TOLERANCE * absolute, matrix.getKey());
            }
        }
    }

    private static double[] sum(final RowBlocks rows) throws IOException {
        double sum = 0;
        double absolute = 0;
        try (var cursor = rows.open()) {
            for (var block = cursor.next(1000); block != null; block = cursor.next(1000)) {
                block.checkStructure();
                for (int e = 0; e < block.nnz(); e++) {
                    sum += Float.isFinite(block.values()[e]) ? block.values()[e] : 0;
                    absolute += Float.isFinite(block.values()[e]) ? Math.abs(block.values()[e]) : 0;
                }
            }
        }
        return new double[]{sum, absolute};
    }

    private static void assertSum(final JsonNode expected, final double[] sum) {
        assertEquals(expected.get("sum_finite").asDouble(), sum[0], TOLERANCE * sum[1]);
    }

    private static String sha1(final String[] names) {
        try {
            final var digest = MessageDigest.getInstance("SHA-1");
            final var joined = String.join("\u001f", names).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(joined));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neighbouringFormatsAreRefusedByName() {
        final var real = shared().resolve("data/h5ad_real");
        Assumptions.assumeTrue(Files.isDirectory(real), "the reference data folder ../shared is absent");
        assertRefused(real.resolve("muon_test_rna_atac.h5mu"), "MuData");
        assertRefused(real.resolve("scvi_mpfc-starmap.loom"), "Loom");
        assertRefused(shared().resolve("data/tenx/pegasus_heart_1k_v2_filtered_gene_bc_matrices_h5.h5"), "");
    }

    private static void assertRefused(final Path path, final String kind) {
        final var refused = assertThrows(MalformedAnnDataException.class, () -> {
            try (var file = H5adFile.open(path)) {
                file.summary();
            }
        });
        assertTrue(refused.getMessage().contains(kind), refused.getMessage());
    }
}
