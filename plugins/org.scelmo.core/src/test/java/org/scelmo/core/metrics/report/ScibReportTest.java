package org.scelmo.core.metrics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

/** Golden values are scib 1.2.1's and scib-metrics 0.6.0's from the embedding alone. */
class ScibReportTest {

    /** Neighbors and their graph are computed here, in float64 where the references use float32. */
    private static final double CLOSE = 1e-4;
    /** At one resolution, communities of equal modularity differ between seeds by up to 0.08 in these data. */
    private static final double CLUSTERS = 0.055;

    private static DenseMatrix points(final String folder, final String name) throws IOException {
        final var rows = GoldenData.npyFloat(folder + "emb_" + name + ".npy");
        return DenseMatrix.of(rows, rows[0].length);
    }

    private static Groups groups(final String folder, final int column) throws IOException {
        return Groups.of(new StringColumn(GoldenData.column(folder + "obs.csv", column).toArray(String[]::new)));
    }

    private static ScoredCells cells(final String folder) throws IOException {
        return new ScoredCells(groups(folder, 1), groups(folder, 2), points(folder, "X_pca"), null, null, null, null);
    }

    private static double value(final ScibReport report, final Definition definition) {
        return report.scores().stream().filter(s -> s.definition() == definition).findFirst().orElseThrow().value()
            .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"pbmc_symphony_3batch/metrics/,X_pca", "pbmc_symphony_3batch/metrics/,X_harmony",
        "cellmix_5batch/metrics/,X_pca", "cellmix_5batch/metrics/,X_harmony"})
    void agreesWithScibMetrics(final String folder, final String name) throws IOException {
        final var report = ScibReport.of(name, points(folder, name), cells(folder),
            new ScibSettings(Profile.SCIB_METRICS, 0, 2), Progress.NONE);
        final var golden =
            GoldenData.json(folder + "metrics.json").get("embeddings").get(name).get("scib_metrics_0.6.0");
        assertEquals(golden.get("silhouette_label").asDouble(), value(report, Definition.ASW_LABEL), CLOSE);
        assertEquals(golden.get("bras").asDouble(), value(report, Definition.BRAS), CLOSE);
        assertEquals(golden.get("isolated_labels_isoNone").asDouble(), value(report, Definition.ISOLATED_ASW_ANY),
            CLOSE);
        assertEquals(golden.get("ilisi_knn_k90").asDouble(), value(report, Definition.ILISI_KNN), CLOSE);
        assertEquals(golden.get("clisi_knn_k90").asDouble(), value(report, Definition.CLISI_KNN), CLOSE);
        assertEquals(golden.get("graph_connectivity_k15").asDouble(), value(report, Definition.CONNECTIVITY_STRONG),
            CLOSE);
        assertEquals(golden.get("kbet_k50").get("acceptance_rate").asDouble(), value(report, Definition.KBET_GLOBAL),
            2e-3);
        assertEquals(golden.get("kbet_per_label_k50").get("score").asDouble(), value(report, Definition.KBET_MAP),
            0.025);
        assertEquals(golden.get("pcr_comparison_vs_X_pca").asDouble(), value(report, Definition.PCR_COMPARISON), CLOSE);
        assertEquals(golden.get("nmi_ari_leiden").get("nmi").asDouble(), value(report, Definition.NMI_LEIDEN),
            CLUSTERS);
    }

    @ParameterizedTest
    @CsvSource({"pbmc_symphony_3batch/metrics/,X_pca", "pbmc_symphony_3batch/metrics/,X_harmony",
        "cellmix_5batch/metrics/,X_pca", "cellmix_5batch/metrics/,X_harmony"})
    void agreesWithScib(final String folder, final String name) throws IOException {
        final var report = ScibReport.of(name, points(folder, name), cells(folder),
            new ScibSettings(Profile.SCIB_1_2, 0, 2), Progress.NONE);
        final var golden = GoldenData.json(folder + "metrics.json").get("embeddings").get(name).get("scib_1.2.1");
        assertEquals(golden.get("silhouette_label_scaled").asDouble(), value(report, Definition.ASW_LABEL), CLOSE);
        assertEquals(golden.get("silhouette_batch_scaled").get("asw").asDouble(), value(report, Definition.ASW_BATCH),
            CLOSE);
        assertEquals(golden.get("graph_connectivity").asDouble(), value(report, Definition.CONNECTIVITY), CLOSE);
        assertEquals(golden.get("ilisi_graph").asDouble(), value(report, Definition.ILISI_GRAPH), 2e-3);
        assertEquals(golden.get("clisi_graph").asDouble(), value(report, Definition.CLISI_GRAPH), 2e-3);
        assertEquals(golden.get("kBET").get("score_scaled_mean").asDouble(), value(report, Definition.KBET_WALKS),
            0.025);
        assertEquals(golden.get("nmi").get("arithmetic").asDouble(), value(report, Definition.NMI_LEIDEN), CLUSTERS);
        assertTrue(report.overall().isPresent());
    }

    /** Three labels in two batches, well apart; batches mixed. */
    private static float[][] blobs(final int count, final int dimensions) {
        final var random = new Random(1);
        final var rows = new float[count][dimensions];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < dimensions; k++) {
                rows[i][k] = (float)(random.nextGaussian() + (k == i % 3 ? 12 : 0));
            }
        }
        return rows;
    }

    private static Groups groups(final int count, final IntUnaryOperator of) {
        return Groups.of(new StringColumn(
            IntStream.range(0, count).mapToObj(i -> "g" + of.applyAsInt(i)).toArray(String[]::new)));
    }

    private static ScibReport report(final float[][] rows, final Groups labels, final Groups batches,
        final Profile profile) throws IOException {
        final var points = DenseMatrix.of(rows, rows[0].length);
        return ScibReport.of("x", points, new ScoredCells(labels, batches, points, null, null, null, null),
            new ScibSettings(profile, 0, 2), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void separatedLabelsAndMixedBatchesScoreHigh(final Profile profile) throws IOException {
        final var report = report(blobs(600, 5), groups(600, i -> i % 3), groups(600, i -> i / 3 % 2), profile);
        assertTrue(report.total(Aspect.BIO).getAsDouble() > 0.9, report.toString());
        assertEquals(profile.hasOverall(), report.overall().isPresent());
        assertEquals(report.scores().stream().map(s -> s.definition().score()).distinct().count(),
            report.scores().size(), "names are unique");
        assertEquals(profile.definitions(true).size(), report.scores().size());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void oddInputGivesReasonsAndNeverNaN(final Profile profile) throws IOException {
        final int n = 120;
        final var one = groups(n, i -> 0);
        final var three = groups(n, i -> i % 3);
        final var own = groups(n, i -> i);
        final var equal = new float[n][3];
        final var apart = new float[n][2];
        Arrays.setAll(apart, i -> new float[]{i % 3 * 1000F, i % 3 * 1000F});
        for (final var report : List.of(report(blobs(n, 4), three, one, profile),
            report(blobs(n, 4), one, three, profile),
            report(blobs(n, 4), own, three, profile), report(blobs(n, 4), three, own, profile),
            report(equal, three, groups(n, i -> i % 2), profile), report(apart, three, groups(n, i -> i % 2), profile),
            report(blobs(20, 4), groups(20, i -> i % 3), groups(20, i -> i % 2), profile),
            report(blobs(1, 4), groups(1, i -> 0), groups(1, i -> 0), profile),
            report(blobs(n, 4), three, null, profile))) {
            for (final var score : report.scores()) {
                assertEquals(score.value().isEmpty(), score.missing() != null, score.toString());
                score.value().ifPresent(v -> assertTrue(v >= -0.5 && v <= 1 + 1e-9, score.toString()));
            }
        }
    }

    @Test
    void manyCategoriesAreScored() throws IOException {
        final int n = 12_000;
        final var report = report(blobs(n, 3), groups(n, i -> i % 10_000), groups(n, i -> i % 2), Profile.SCIB_METRICS);
        assertEquals(21, report.scores().size());
        assertTrue(value(report, Definition.ASW_LABEL) < 0.6);
    }

    @Test
    void doesNotDependOnThreads() throws IOException {
        final var points = DenseMatrix.of(blobs(400, 60), 60);
        final var cells =
            new ScoredCells(groups(400, i -> i % 3), groups(400, i -> i % 2), points, null, null, null, null);
        for (final var profile : Profile.values()) {
            assertEquals(ScibReport.of("x", points, cells, new ScibSettings(profile, 3, 1), Progress.NONE),
                ScibReport.of("x", points, cells, new ScibSettings(profile, 3, 3), Progress.NONE));
        }
    }

    @Test
    void subsamplesTellTheirError() throws IOException {
        final var points = DenseMatrix.of(blobs(900, 5), 5);
        final var cells =
            new ScoredCells(groups(900, i -> i % 3), groups(900, i -> i / 3 % 2), points, null, null, null, null);
        final var full = ScibReport.of("x", points, cells, new ScibSettings(Profile.SCIB_METRICS, 0, 2), Progress.NONE);
        final var fast = ScibReport.of("x", points, cells,
            new ScibSettings(Profile.SCIB_METRICS, true, 300, 3, 0, 2), Progress.NONE);
        assertEquals(300, fast.cells());
        final var score = fast.scores().stream().filter(s -> s.definition() == Definition.ASW_LABEL).findFirst();
        final double error = score.orElseThrow().error().orElseThrow();
        assertTrue(error > 0 && error < 0.02, "error " + error);
        assertEquals(value(full, Definition.ASW_LABEL), value(fast, Definition.ASW_LABEL), 0.02);
    }

    @Test
    void trajectoriesNeedAPseudotime() throws IOException {
        final var rows = new float[80][1];
        final var time = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i;
            time[i] = i % 5 == 0 ? Double.NaN : i;
        }
        final var points = DenseMatrix.of(rows, 1);
        final var cells = new ScoredCells(groups(80, i -> i / 20), null, null, null, null, null, time);
        final var settings = new ScibSettings(Profile.SCIB_1_1, 0, 1);
        assertTrue(value(ScibReport.of("x", points, cells, settings, Progress.NONE), Definition.TRAJECTORY) > 0.99);
        final var none = ScibReport.of("x", points, new ScoredCells(cells.labels(), null), settings, Progress.NONE);
        assertTrue(none.scores().stream().filter(s -> s.definition() == Definition.TRAJECTORY).findFirst()
            .orElseThrow().missing().contains("dpt_pseudotime"));
    }

    @Test
    void samplesKeepRareLabels() {
        final var cells = new ScoredCells(groups(1000, i -> i == 7 ? 1 : 0), groups(1000, i -> i % 2));
        final var chosen = StratifiedSample.of(cells, 100, 0);
        assertEquals(101, chosen.length);
        assertTrue(Arrays.stream(chosen).anyMatch(i -> i == 7));
        assertEquals(50, Arrays.stream(chosen).filter(i -> i % 2 == 0).count());
    }

    @Test
    void valuesThatAreNotFiniteAreNamed() {
        final var rows = blobs(30, 3);
        rows[17][2] = Float.NaN;
        final var e = assertThrows(NonFiniteValueException.class,
            () -> report(rows, groups(30, i -> i % 3), groups(30, i -> i % 2), Profile.PAPER));
        assertEquals(17, e.row());
        assertTrue(e.getMessage().contains("'x'"));
    }

    @Test
    void scalingComparesEmbeddings() throws IOException {
        final var labels = groups(300, i -> i % 3);
        final var batches = groups(300, i -> i / 3 % 2);
        final var good = report(blobs(300, 4), labels, batches, Profile.SCIB_METRICS);
        final var random = new Random(2);
        final var noise = new float[300][4];
        Stream.of(noise).forEach(row -> {
            for (int k = 0; k < row.length; k++) {
                row[k] = (float)random.nextGaussian();
            }
        });
        final var scaled = ScibReport.scaled(List.of(good, report(noise, labels, batches, Profile.SCIB_METRICS)));
        assertEquals(1, value(scaled.get(0), Definition.ASW_LABEL));
        assertEquals(0, value(scaled.get(1), Definition.ASW_LABEL));
        assertNotNull(scaled.get(0).overall());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void definitionsAreTold(final Profile profile) {
        for (final var definition : profile.definitions(true)) {
            assertTrue(definition.text().endsWith("."), definition.text());
            assertFalse(definition.library().isBlank());
        }
        assertFalse(profile.counted().contains(Definition.PCR));
        assertEquals(profile.definitions(true).size(),
            profile.definitions(true).stream().map(Definition::score).collect(Collectors.toSet()).size());
    }
}
