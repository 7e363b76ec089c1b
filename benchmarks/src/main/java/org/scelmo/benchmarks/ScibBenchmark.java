package org.scelmo.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.cluster.Algorithm;
import org.scelmo.core.cluster.Communities;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.metrics.BatchSilhouette;
import org.scelmo.core.metrics.Kbet;
import org.scelmo.core.metrics.LabelKbet;
import org.scelmo.core.metrics.LabelKbet.Diffusion;
import org.scelmo.core.metrics.Lisi;
import org.scelmo.core.metrics.PrincipalComponentRegression;
import org.scelmo.core.metrics.Silhouette;
import org.scelmo.core.metrics.Silhouette.Between;
import org.scelmo.core.metrics.report.Profile;
import org.scelmo.core.metrics.report.ScibReport;
import org.scelmo.core.metrics.report.ScibSettings;
import org.scelmo.core.metrics.report.ScoredCells;
import org.scelmo.core.neighbors.Connectivities;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/**
 * The scIB scores of cells × 50 dimensions, 10 labels and 3 batches.
 *
 * <p>usage: ScibBenchmark CELLS parts|report: each score alone, with its peer; or the reports of three profiles, the
 * first run with the start of the JVM's compiler, and the median of further ones
 */
public final class ScibBenchmark {

    private static final int DIMENSIONS = 50;
    private static final int LABELS = 10;
    private static final int BATCHES = 3;
    private static final int THREADS = 2;
    private static final int RUNS = 3;

    private final int m_cells;
    private final DenseMatrix m_points;
    private final Groups m_labels;
    private final Groups m_batches;

    private ScibBenchmark(final int cells) {
        m_cells = cells;
        final var random = new Random(1);
        final var label = vectors(random, LABELS, 2);
        final var batch = vectors(random, BATCHES, 0.5);
        final var rows = vectors(random, cells, 1);
        for (int i = 0; i < cells; i++) {
            for (int k = 0; k < DIMENSIONS; k++) {
                rows[i][k] += label[i % LABELS][k] + batch[i / LABELS % BATCHES][k];
            }
        }
        m_points = DenseMatrix.of(rows, DIMENSIONS);
        m_labels = groups(1, LABELS);
        m_batches = groups(LABELS, BATCHES);
    }

    private static float[][] vectors(final Random random, final int count, final double scale) {
        final var rows = new float[count][DIMENSIONS];
        for (final var row : rows) {
            for (int k = 0; k < DIMENSIONS; k++) {
                row[k] = (float)(scale * random.nextGaussian());
            }
        }
        return rows;
    }

    private Groups groups(final int every, final int count) {
        final var names = new String[m_cells];
        Arrays.setAll(names, i -> "g" + i / every % count);
        return Groups.of(new StringColumn(names));
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var benchmark = new ScibBenchmark(args.length == 0 ? 10_000 : Integer.parseInt(args[0]));
        if (args.length > 1 && args[1].equals("parts")) {
            benchmark.parts();
        } else {
            for (final var profile : List.of(Profile.SCIB_1_1, Profile.SCIB_1_2, Profile.SCIB_METRICS)) {
                benchmark.report(profile);
            }
            if (!benchmark.isLarge()) {
                benchmark.peers();
            }
        }
        System.out.printf("%s, peak heap %,d MB%n", Memory.peakOfProcess(), Memory.peakHeap() >> 20);
    }

    private void report(final Profile profile) throws Exception {
        final var cells = new ScoredCells(m_labels, m_batches, m_points, null, null, null, null);
        final var settings = new ScibSettings(profile, false, 0, 1, 0, THREADS);
        final var steps = new Steps();
        print("All scores, " + profile.text() + ", first run",
            Timing.once(() -> ScibReport.of("x", m_points, cells, settings, steps)));
        steps.print();
        if (!isLarge()) {
            print("All scores, " + profile.text(), Timing.median(RUNS,
                () -> ScibReport.of("x", m_points, cells, settings, Progress.NONE)));
        }
    }

    private boolean isLarge() {
        return m_cells > 20_000;
    }

    /** The parts of a report that Python packages of this machine can do: neighbors, silhouettes, PCR and LISI. */
    private void peers() throws Exception {
        double sum = 0;
        for (final var part : List.of("silhouette", "batch_silhouette", "pcr", "kbet", "lisi")) {
            final var seconds = Peer.seconds("scib_parts.py", THREADS, part, m_cells, DIMENSIONS, LABELS, BATCHES);
            if (seconds.isPresent()) {
                print("  peer: " + part, seconds.getAsDouble());
                sum += seconds.getAsDouble();
            }
        }
        print("  peers together", sum);
    }

    /** When the computation of each score began, told by the messages of a report. */
    private static final class Steps implements Progress {

        private static final String PREFIX = "x: ";

        private final Map<String, Long> m_begins = new LinkedHashMap<>();

        @Override
        public void update(final double fraction, final Supplier<String> message) {
            if (message.get().startsWith(PREFIX)) {
                m_begins.put(message.get().substring(PREFIX.length()), System.nanoTime());
            }
        }

        @Override
        public void checkCanceled() {
            // runs to the end
        }

        /** A score's time includes what later scores share with it. */
        void print() {
            m_begins.put("", System.nanoTime());
            final var names = List.copyOf(m_begins.keySet());
            for (int i = 0; i + 1 < names.size(); i++) {
                System.out.printf("  %-30s %.3f s%n", names.get(i),
                    (m_begins.get(names.get(i + 1)) - m_begins.get(names.get(i))) / 1e9);
            }
        }
    }

    private void parts() throws Exception {
        final var search = new ExactKnn(Metric.EUCLIDEAN, 89, true, THREADS);
        print("Neighbors, k = 90", Timing.median(RUNS, () -> search.search(m_points, m_points, Progress.NONE)));
        final var neighbors = search.search(m_points, m_points, Progress.NONE);
        final var graph = Connectivities
            .of(new ExactKnn(Metric.EUCLIDEAN, 14, true, THREADS).search(m_points, m_points, Progress.NONE));
        final var wide = new ExactKnn(Metric.EUCLIDEAN, 49, true, THREADS);
        final var wideGraph = Connectivities.of(wide.search(m_points, m_points, Progress.NONE));
        final var lisi = new Lisi(m_batches, 30, THREADS);
        print("Graph iLISI", Timing.median(RUNS, () -> lisi.inGraph(graph, 90, Progress.NONE)));
        print("iLISI, search of neighbors included", Timing.median(RUNS,
            () -> lisi.inEmbedding(search.search(m_points, m_points, Progress.NONE), Progress.NONE)), "lisi");
        print("iLISI, neighbors given", Timing.median(RUNS, () -> lisi.inEmbedding(neighbors, Progress.NONE)));
        print("ASW label", Timing.median(RUNS, () -> new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, THREADS)
            .samples(m_points, m_labels, Progress.NONE)), "silhouette");
        print("ASW batch", Timing.median(RUNS,
            () -> new BatchSilhouette(new Silhouette(Metric.EUCLIDEAN, Between.NEAREST, THREADS)).scores(m_points,
                m_labels, m_batches, Progress.NONE)), "batch_silhouette");
        print("PCR", Timing.median(RUNS,
            () -> PrincipalComponentRegression.explained(m_points, m_batches, Progress.NONE)), "pcr");
        print("kBET of all cells, search of 50 neighbors included", Timing.median(RUNS,
            () -> Kbet.pValues(Kbet.withSelf(wide.search(m_points, m_points, Progress.NONE)), m_batches)), "kbet");
        for (final var diffusion : Diffusion.values()) {
            print("kBET per label, " + diffusion, Timing.median(RUNS,
                () -> new LabelKbet(diffusion, 0.05, THREADS).scores(wideGraph, m_labels, m_batches, Progress.NONE)));
        }
        print("Leiden, resolution 1", Timing.median(RUNS,
            () -> new Communities(Algorithm.LEIDEN, 1, 0).find(graph, Progress.NONE)));
    }

    private void print(final String what, final double seconds) {
        System.out.printf("%s, %,d cells: %.3f s%n", what, m_cells, seconds);
    }

    private void print(final String what, final double seconds, final String peer) throws Exception {
        print(what, seconds);
        Peer.seconds("scib_parts.py", THREADS, peer, m_cells, DIMENSIONS, LABELS, BATCHES)
            .ifPresent(s -> System.out.printf("  peer: %.3f s, %.1f times as long%n", s, s / seconds));
    }
}
