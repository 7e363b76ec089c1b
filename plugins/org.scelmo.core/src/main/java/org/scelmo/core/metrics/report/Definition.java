package org.scelmo.core.metrics.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import org.scelmo.core.Progress;
import org.scelmo.core.cluster.Algorithm;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.metrics.BatchSilhouette;
import org.scelmo.core.metrics.CellCycleConservation;
import org.scelmo.core.metrics.ClusterAgreement;
import org.scelmo.core.metrics.GraphConnectivity;
import org.scelmo.core.metrics.HvgOverlap;
import org.scelmo.core.metrics.IsolatedLabels;
import org.scelmo.core.metrics.Kbet;
import org.scelmo.core.metrics.LabelKbet;
import org.scelmo.core.metrics.LabelKbet.Diffusion;
import org.scelmo.core.metrics.Lisi;
import org.scelmo.core.metrics.PrincipalComponentRegression;
import org.scelmo.core.metrics.Silhouette;
import org.scelmo.core.metrics.Silhouette.Between;
import org.scelmo.core.metrics.TrajectoryConservation;
import org.scelmo.core.neighbors.Metric;

/** A score and how it is computed. Where libraries differ, there is one constant for each definition. */
public enum Definition {

    NMI_LEIDEN("NMI", Aspect.BIO, Library.BOTH, "Normalized mutual information (arithmetic mean) of labels and Leiden "
        + "clusters, at the best of the resolutions 0.2, 0.4 … 2.0: the labels choose the resolution.",
        (c, p) -> c.scan(Algorithm.LEIDEN, p).normalizedMutualInformation()),
    ARI_LEIDEN("ARI", Aspect.BIO, Library.BOTH, "Adjusted Rand index of labels and Leiden clusters, at the resolution "
        + "of the best NMI.", (c, p) -> c.scan(Algorithm.LEIDEN, p).best().adjustedRandIndex()),
    NMI_LOUVAIN("NMI", Aspect.BIO, Library.SCIB_1_1, "Normalized mutual information (arithmetic mean) of labels and "
        + "Louvain clusters, at the best of the resolutions 0.1, 0.2 … 2.0: the labels choose the resolution.",
        (c, p) -> c.scan(Algorithm.LOUVAIN, p).normalizedMutualInformation()),
    ARI_LOUVAIN("ARI", Aspect.BIO, Library.SCIB_1_1, "Adjusted Rand index of labels and Louvain clusters, at the "
        + "resolution of the best NMI.", (c, p) -> c.scan(Algorithm.LOUVAIN, p).best().adjustedRandIndex()),
    NMI_KMEANS("NMI (k-means)", Aspect.BIO, Library.SCIB_METRICS, "Normalized mutual information (arithmetic mean) of "
        + "labels and as many clusters by k-means.",
        (c, p) -> c.kMeans(p).normalizedMutualInformation(ClusterAgreement.Average.ARITHMETIC)),
    ARI_KMEANS("ARI (k-means)", Aspect.BIO, Library.SCIB_METRICS, "Adjusted Rand index of labels and as many clusters "
        + "by k-means.", (c, p) -> c.kMeans(p).adjustedRandIndex()),
    ASW_LABEL("ASW label", Aspect.BIO, Library.BOTH, "(s + 1) / 2 with the mean Euclidean silhouette s of the cells "
        + "among the labels.", (c, p) -> (Means.of(c.silhouettes(p)) + 1) / 2),
    ISOLATED_F1("Isolated label F1", Aspect.BIO, Library.SCIB, "F1 of the Leiden cluster, of any resolution, that best "
        + "fits a label of the fewest batches; mean over these labels.",
        (c, p) -> Means.of(Isolated.some(c).f1(c.scan(Algorithm.LEIDEN, p).clusterings()))),
    ISOLATED_F1_LOUVAIN("Isolated label F1", Aspect.BIO, Library.SCIB_1_1, "F1 of the Louvain cluster, of any "
        + "resolution, that best fits a label of the fewest batches; mean over these labels.",
        (c, p) -> Means.of(Isolated.some(c).f1(c.scan(Algorithm.LOUVAIN, p).clusterings()))),
    ISOLATED_ASW("Isolated label ASW", Aspect.BIO, Library.SCIB, "(s + 1) / 2 with the mean silhouette s of the cells "
        + "of a label of the fewest batches; mean over these labels, missing if every label is in all batches.",
        (c, p) -> Means.of(Isolated.some(c).silhouettes(c.silhouettes(p)))),
    ISOLATED_ASW_ANY("Isolated label ASW", Aspect.BIO, Library.SCIB_METRICS, "(s + 1) / 2 with the mean silhouette s "
        + "of the cells of a label of the fewest batches; mean over these labels, over all if each is in all batches.",
        (c, p) -> Means.of(Isolated.any(c).silhouettes(c.silhouettes(p)))),
    CLISI_KNN("cLISI (kNN)", Aspect.BIO, Library.SCIB_METRICS, "(L − m) / (L − 1) with the median m over cells of the "
        + "inverse Simpson index of labels among the 90 nearest cells, perplexity 30.",
        (c, p) -> Lisi.separation(c.lisi(p)[0], c.sharedLabels())),
    CLISI_GRAPH("cLISI (graph)", Aspect.BIO, Library.SCIB, "As cLISI (kNN), but of the 90 nearest cells by the "
        + "shortest path on the neighbor graph, where an edge is as long as its weight.",
        (c, p) -> Lisi.separation(c.graphLisi(p)[0], c.sharedLabels())),
    CELL_CYCLE("Cell cycle conservation", Aspect.BIO, Library.SCIB, "1 − |after − before| / before, at least 0, of the "
        + "share of variance that S and G2/M scores explain in 50 components; mean over batches.", (c, p) -> {
            Needs.phases(c);
            return Means.of(new CellCycleConservation(c.cells().phases()).scores(Needs.expression(c), c.points(),
                c.batches(), p));
        }),
    HVG_OVERLAP("HVG overlap", Aspect.BIO, Library.SCIB, "Share of each batch's 500 highly variable genes "
        + "(cell_ranger) that are highly variable in the corrected expression, too; mean over batches.",
        (c, p) -> Means.of(new HvgOverlap(500).scores(Needs.expression(c), Needs.corrected(c), c.batches(), p))),
    TRAJECTORY("Trajectory conservation", Aspect.BIO, Library.SCIB, "(r + 1) / 2 with the rank correlation r of "
        + "dpt_pseudotime and the diffusion pseudotime on the neighbor graph, from a cell of the label that is "
        + "earliest by dpt_pseudotime.", (c, p) -> {
            final var pseudotime = Needs.pseudotime(c);
            return new TrajectoryConservation(c.labels(), pseudotime).score(c.graph(14, p), p)
                .orElseThrow(() -> new NotComputableException("The cells with a dpt_pseudotime hang together in groups "
                    + "of fewer than 16 only, their pseudotime does not vary, or diffusion does not converge."));
        }),
    BRAS("BRAS", Aspect.BATCH, Library.SCIB_METRICS, "1 − |s| with the cosine silhouette s of batches within a label, "
        + "against the mean distance to all other batches; mean over cells, then labels.", (c, p) -> Means.of(
            batchSilhouette(c, Metric.COSINE, Between.MEAN_OTHER, p))),
    ASW_BATCH("ASW batch", Aspect.BATCH, Library.BOTH, "1 − |s| with the Euclidean silhouette s of batches within a "
        + "label; mean over cells, then labels.", (c, p) -> Means.of(
            batchSilhouette(c, Metric.EUCLIDEAN, Between.NEAREST, p))),
    ILISI_KNN("iLISI (kNN)", Aspect.BATCH, Library.SCIB_METRICS, "(m − 1) / (B − 1) with the median m over cells of "
        + "the inverse Simpson index of batches among the 90 nearest cells, perplexity 30.", (c, p) -> {
            final var batches = c.batches();
            return Lisi.mixing(c.lisi(p)[1], batches);
        }),
    ILISI_GRAPH("iLISI (graph)", Aspect.BATCH, Library.SCIB, "As iLISI (kNN), but of the 90 nearest cells by the "
        + "shortest path on the neighbor graph, where an edge is as long as its weight.", (c, p) -> {
            final var batches = c.batches();
            return Lisi.mixing(c.graphLisi(p)[1], batches);
        }),
    KBET_MAP("kBET", Aspect.BATCH, Library.SCIB_METRICS, "Share of a label's cells whose neighbors in a diffusion map "
        + "have the label's batches (χ² test, p ≥ 0.05); mean over labels of at least 10 cells and 2 batches.",
        (c, p) -> kbet(c, Diffusion.DIFFUSION_MAP, p)),
    KBET_WALKS("kBET", Aspect.BATCH, Library.SCIB, "Share of a label's cells whose neighbors by diffusion have the "
        + "label's batches (χ² test, p ≥ 0.05), mean over labels; all cells are tested, where R tests a random tenth.",
        (c, p) -> kbet(c, Diffusion.RANDOM_WALKS, p)),
    KBET_GLOBAL("kBET (all labels together)", Aspect.BATCH, Library.SCIB_METRICS, "Share of cells whose 50 nearest "
        + "have the batches of all cells (χ² test, p ≥ 0.05).", (c, p) -> {
            final var batches = c.batches();
            return Kbet.acceptance(Kbet.pValues(Kbet.withSelf(c.neighbors(49, p)), batches), 0.05);
        }),
    CONNECTIVITY_STRONG("Graph connectivity", Aspect.BATCH, Library.SCIB_METRICS, "Share of a label's cells in its "
        + "largest strong component of the directed graph of 14 neighbors; mean over labels.",
        (c, p) -> Means.of(GraphConnectivity.stronglyConnected(c.neighbors(14, p), c.labels()))),
    CONNECTIVITY("Graph connectivity", Aspect.BATCH, Library.SCIB, "Share of a label's cells in its largest component "
        + "of the symmetric graph of 14 neighbors; mean over labels.",
        (c, p) -> Means.of(GraphConnectivity.connected(c.graph(14, p), c.labels()))),
    PCR_COMPARISON("PCR comparison", Aspect.BATCH, Library.SCIB_METRICS, "(before − after) / before, at least 0, of "
        + "the share of variance that batches explain, over all dimensions.",
        (c, p) -> Regression.comparison(c, false, p)),
    PCR_COMPARISON_50("PCR comparison", Aspect.BATCH, Library.SCIB, "(before − after) / before, at least 0, of the "
        + "share of variance that batches explain in up to 50 principal components.",
        (c, p) -> Regression.comparison(c, true, p)),
    PCR("PCR (batch variance)", Aspect.BATCH, Library.BOTH, "Share of variance that batches explain, over all "
        + "dimensions: 0 is best. Never counted in totals.",
        (c, p) -> PrincipalComponentRegression.explained(c.points(), c.batches(), p));

    /** What is followed. */
    private static final class Library {

        static final String SCIB = "scib 1.2.1";
        static final String SCIB_1_1 = "scib 1.1.4";
        static final String SCIB_METRICS = "scib-metrics 0.6.0";
        static final String BOTH = SCIB + ", " + SCIB_METRICS;
    }

    /** One number of one embedding. */
    interface Computation {

        double compute(EmbeddingContext context, Progress progress) throws IOException, NotComputableException;
    }

    private final String m_score;
    private final Aspect m_aspect;
    private final String m_library;
    private final String m_text;
    private final Computation m_computation;

    Definition(final String score, final Aspect aspect, final String library, final String text,
        final Computation computation) {
        m_score = score;
        m_aspect = aspect;
        m_library = library;
        m_text = text;
        m_computation = computation;
    }

    /** @return what users call it; unique within a profile */
    public String score() {
        return m_score;
    }

    /** @return what it tells of an embedding */
    public Aspect aspect() {
        return m_aspect;
    }

    /** @return library and version whose numbers are followed */
    public String library() {
        return m_library;
    }

    /** @return what is computed, in a sentence */
    public String text() {
        return m_text;
    }

    Computation computation() {
        return m_computation;
    }

    private static Map<String, Double> batchSilhouette(final EmbeddingContext context, final Metric metric,
        final Between between, final Progress progress) throws IOException, NotComputableException {
        return new BatchSilhouette(new Silhouette(metric, between, context.threads()))
            .scores(context.points(), context.cells().labels(), context.batches(), progress);
    }

    private static double kbet(final EmbeddingContext context, final Diffusion diffusion, final Progress progress)
        throws IOException, NotComputableException {
        final var batches = context.batches();
        return Means.of(new LabelKbet(diffusion, 0.05, context.threads()).scores(context.graph(49, progress),
            context.cells().labels(), batches, progress));
    }

    /** Means that are missing rather than NaN. */
    private static final class Means {

        static double of(final double[] numbers) throws NotComputableException {
            return Arrays.stream(numbers).average()
                .orElseThrow(() -> new NotComputableException("There are no cells."));
        }

        static double of(final Map<String, Double> scores) throws NotComputableException {
            return scores.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow(
                () -> new NotComputableException("No label has enough cells in several batches to be scored."));
        }
    }

    private static final class Isolated {

        static IsolatedLabels any(final EmbeddingContext context) throws NotComputableException {
            return IsolatedLabels.find(context.sharedLabels(), context.batches(), 0);
        }

        static IsolatedLabels some(final EmbeddingContext context) throws NotComputableException {
            final var found = any(context);
            if (found.isolated().size() == context.labels().count()
                && IsolatedLabels.find(context.labels(), context.batches(), context.batches().count() - 1).isolated()
                    .isEmpty()) {
                throw new NotComputableException("Every label is in all batches, so that none is isolated.");
            }
            return found;
        }
    }

    private static final class Needs {

        static void phases(final EmbeddingContext context) throws NotComputableException {
            if (context.cells().phases() == null) {
                throw new NotComputableException("The cells have no annotations S_score and G2M_score.");
            }
        }

        static RowBlocks expression(final EmbeddingContext context)
            throws NotComputableException {
            if (context.cells().expression() == null) {
                throw new NotComputableException("The data have no expression matrix X.");
            }
            return context.cells().expression();
        }

        static double[] pseudotime(final EmbeddingContext context) throws NotComputableException {
            if (context.cells().pseudotime() == null) {
                throw new NotComputableException("The cells have no annotation dpt_pseudotime.");
            }
            return context.cells().pseudotime();
        }

        static RowBlocks corrected(final EmbeddingContext context)
            throws NotComputableException {
            if (context.cells().corrected() == null) {
                throw new NotComputableException("Needs corrected expression, which an embedding does not have.");
            }
            return context.cells().corrected();
        }
    }
}
