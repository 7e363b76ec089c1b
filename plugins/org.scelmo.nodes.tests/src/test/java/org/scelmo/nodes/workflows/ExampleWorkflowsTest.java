package org.scelmo.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.nodes.testing.TestKnime;

/** The workflows that users get run as they are. */
class ExampleWorkflowsTest {

    private static final Path WORKFLOWS = TestKnime.repository().resolve("test-workflows");

    private static final Path ZERO_SHOT = WORKFLOWS.resolve("zero-shot-annotation");

    /** 445 of the 480 cells of donor 2: what the example's README promises (93 %). */
    private static final double ACCURACY = 445.0 / 480;

    /** Column of the table of resolutions, after the RowID. */
    private static final int NMI = 6;

    @TempDir
    Path m_folder;

    private double accuracy(final Path tables) throws IOException {
        final var scores = RunnerResult.csv(tables.resolve("5_Annotation_Scorer_1.csv"));
        return Double.parseDouble(scores.get("Accuracy").get(0));
    }

    @Test
    void zeroShotAnnotationGetsTheStatedAccuracy() throws IOException {
        final var run = RunnerResult.of("run", ZERO_SHOT.toString(), "--reset", "--csv", m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(ACCURACY, accuracy(m_folder), 1e-12);
        final var scores = RunnerResult.csv(m_folder.resolve("5_Annotation_Scorer_1.csv"));
        assertEquals("480.0", scores.get("Cells").get(0));
        assertTrue(run.output().contains("1,445 of 1,492 genes have a vector"), run.output());
    }

    @Test
    void zeroShotAnnotationReadsTheFileOfTheUser() throws IOException {
        final var mine = Files.copy(TestKnime.demo("simulated-pbmc.h5ad"), m_folder.resolve("my cells ä.h5ad"));
        final var tables = m_folder.resolve("tables");
        final var run = RunnerResult.of("run", ZERO_SHOT.toString(), "--reset", "--file", mine.toString(), "--csv",
            tables.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(ACCURACY, accuracy(tables), 1e-12);
    }

    @Test
    void filesThatCannotBeReadEndInAMessageAndNotInAStackTrace() throws IOException {
        final var whole = Files.readAllBytes(TestKnime.demo("simulated-pbmc.h5ad"));
        final var folder = Files.createDirectory(m_folder.resolve("folder.h5ad"));
        final var empty = Files.createFile(m_folder.resolve("empty.h5ad"));
        final var text = Files.writeString(m_folder.resolve("text.h5ad"), "cell,gene\n1,2\n");
        final var cut = Files.write(m_folder.resolve("cut.h5ad"), Arrays.copyOf(whole, whole.length / 2));
        for (final var file : List.of(folder, empty, text, cut)) {
            final var run = RunnerResult.of("run", ZERO_SHOT.toString(), "--reset", "--file", file.toString());
            assertEquals(1, run.exitCode(), run.output());
            assertTrue(run.output().contains(file.getFileName().toString()), run.output());
            assertTrue(run.output().contains("→"), "what to do: " + run.output());
            assertFalse(run.output().contains("\tat "), run.output());
        }
    }

    @Test
    void aFileThatDoesNotExistIsNamedWithWhatToDo() {
        final var none = m_folder.resolve("none.h5ad");
        final var run = RunnerResult.of("run", ZERO_SHOT.toString(), "--reset", "--file", none.toString());
        assertEquals(1, run.exitCode(), run.output());
        assertTrue(run.output().contains("none.h5ad"), run.output());
        assertTrue(run.output().contains("Choose another file"), run.output());
    }

    /** Execute, save, load in a new JVM, go on: ports must find their stores again. */
    @Test
    void savedWorkflowGoesOnInANewJvm() throws IOException, InterruptedException {
        final var saved = m_folder.resolve("saved");
        final var first = RunnerResult.of("run", ZERO_SHOT.toString(), "--reset", "--save", saved.toString());
        assertEquals(0, first.exitCode(), first.output());
        for (final var node : List.of("kNN Annotate (#4)", "Annotation Scorer (#5)")) {
            final var settings = saved.resolve(node).resolve("settings.xml");
            final var text = Files.readString(settings);
            assertTrue(text.contains("value=\"EXECUTED\""), node + " was saved executed");
            Files.writeString(settings, text.replace("value=\"EXECUTED\"", "value=\"CONFIGURED\""));
        }
        final var tables = m_folder.resolve("tables");
        final var second = RunnerResult.inNewJvm("run", saved.toString(), "--csv", tables.toString());
        assertEquals(0, second.exitCode(), second.output());
        assertTrue(!second.output().contains("Cell Embed (#3): executing"), "loaded, not computed: " + second.output());
        assertTrue(second.output().contains("kNN Annotate (#4): executing"), second.output());
        assertEquals(ACCURACY, accuracy(tables), 1e-12);
    }

    @Test
    void preprocessingKeepsAllCellsAndTheGenesOfThree() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("preprocessing").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("100 cells × 1,241 genes"), run.output());
        assertTrue(!run.output().contains("normalized already"), run.output());
        // and the heading
        assertEquals(1493, RunnerResult.csv(m_folder.resolve("2_Cell_and_Gene_Filter_3.csv")).size());
    }

    @Test
    void samplesAreJoinedByTheirCommonGenes() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("join-samples").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("100 cells × 1,245 genes"), run.output());
        final var genes = Files.readAllLines(m_folder.resolve("5_Highly_Variable_Genes_2.csv"));
        assertEquals(1246, genes.size(), "a header and the common genes");
        assertTrue(genes.get(0).contains("highly_variable_nbatches"), "each donor was looked at: " + genes.get(0));
    }

    @Test
    void proteinNormalizationWarnsOfTheCellWithoutCounts() {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("protein-normalization").toString(), "--reset");
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("1 of 100 cells have no protein counts"), run.output());
    }

    @Test
    void clustersAndUmapFindTheTypes() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("clusters-and-umap").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        final var resolutions = RunnerResult.csv(m_folder.resolve("3_Cell_Neighbors_and_Clusters_2.csv"));
        final double best = resolutions.entrySet().stream().filter(e -> e.getKey().startsWith("Resolution "))
            .mapToDouble(e -> Double.parseDouble(e.getValue().get(NMI))).max().orElseThrow();
        assertTrue(best > 0.5, resolutions.toString());
        // and the heading
        assertEquals(11, resolutions.size());
        assertEquals(101, RunnerResult.csv(m_folder.resolve("4_UMAP_2.csv")).size());
        assertTrue(RunnerResult.csv(m_folder.resolve("5_Marker_Genes_1.csv")).size() > 10, run.output());
    }

    @Test
    void describeTellsOfTheInputThatCanBeAdded() {
        final var told = RunnerResult.of("describe", "Embedding Reader");
        assertEquals(0, told.exitCode(), told.output());
        assertTrue(told.output().contains("Inputs that can be added" + System.lineSeparator() + "  AnnData"),
            told.output());
    }

    @Test
    void inSilicoDeletionScoresEveryGeneAndThePairsOfTen() {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("in-silico-deletion").toString(), "--reset");
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("Rows: 1445, Cols: 15"), run.output());
        assertTrue(run.output().contains("Rows: 45, Cols: 6"), run.output());
        assertTrue(run.output().contains("3: Rows: 11, Cols: 15"), run.output());
        assertTrue(run.output().contains("Rows: 11, Cols: 14"), run.output());
    }

    @Test
    void drugTargetsAreSoughtInCellsThatTheAdaptorHasNotLearned() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("drug-targets").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("1: 800 cells"), run.output());
        final var curve = Files.readAllLines(m_folder.resolve("4_Adaptor_Train_2.csv"));
        assertEquals(41, curve.size(), "a header and 40 epochs, none of which ends training");
        final var best = Files.readAllLines(m_folder.resolve("6_In_silico_Delete_1.csv")).get(1).split(",");
        assertTrue(Double.parseDouble(best[5]) > 1e-4, "a marker brings the types together: " + String.join(",", best));
    }

    @Test
    void readAndInspectGivesTables() {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("read-and-inspect").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("Rows: 100, Cols: 10"), run.output());
        assertTrue(run.output().contains("Rows: 200, Cols: 2"), run.output());
    }

    @Test
    void tablesAndBackGivesTheSameAgain() {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("tables-and-back").toString(), "--reset");
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("200 vectors × 64 dimensions from KNIME table"), run.output());
        assertTrue(run.output().contains("100 cells × 4 genes; 2 annotations of cells"), run.output());
        assertTrue(run.output().contains("100 cells × 1,492 genes; 6 annotations of cells, 4 of genes"), run.output());
    }

    /** From names of genes to annotated cells, without a network: each gene is described and gets a vector. */
    @Test
    void describeAndEmbedRunsOffline() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("describe-and-embed").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        final var costs = RunnerResult.csv(m_folder.resolve("3_LLM_Describe_2.csv"));
        assertEquals("1492.0", costs.get("Rows").get(0));
        assertEquals("0.0", costs.get("Cost").get(0));
        assertTrue(run.output().contains("1,492 vectors × 256 dimensions from test-text-embedder"), run.output());
        final var scores = RunnerResult.csv(m_folder.resolve("7_Annotation_Scorer_1.csv"));
        assertTrue(Double.parseDouble(scores.get("Accuracy").get(0)) > 0.5, scores.toString());
        final var bleu = RunnerResult.csv(m_folder.resolve("9_Description_Scorer_2.csv"));
        assertTrue(Double.parseDouble(bleu.get("BLEU-1").get(0)) > 0.5, "two answers of the test model: " + bleu);
        final var stability = RunnerResult.csv(m_folder.resolve("12_Embedding_Stability_2.csv"));
        final double within = Double.parseDouble(stability.get("Mean cosine within names").get(0));
        final double between = Double.parseDouble(stability.get("Mean cosine between names").get(0));
        assertTrue(within > between, "the test model repeats itself more than it says of other genes: " + stability);
        assertEquals(1 + 100 * 5, RunnerResult.csv(m_folder.resolve("14_Nearest_Genes_1.csv")).size());
        assertTrue(RunnerResult.csv(m_folder.resolve("16_Gene_Function_Scorer_1.csv")).containsKey("Accuracy"));
    }

    /** The vectors come from the model on this computer. */
    @Test
    void embedOfflineNeedsNoService() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("embed-offline").toString(), "--reset", "--csv",
            m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("1,492 vectors × 384 dimensions from bge-small-en-v1.5"), run.output());
        final var scores = RunnerResult.csv(m_folder.resolve("7_Annotation_Scorer_1.csv"));
        assertEquals("48.0", scores.get("Cells").get(0), "made-up texts tell nothing, so how many are right is luck");
    }

    @Test
    void whichEmbeddingIsBestComparesWithBaselines() throws IOException {
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("which-embedding-is-best").toString(), "--reset",
            "--csv", m_folder.toString());
        assertEquals(0, run.exitCode(), run.output());
        final var file = m_folder.resolve("6_scIB_Metrics_2.csv");
        final var table = RunnerResult.csv(file);
        assertTrue(table.keySet().containsAll(List.of("X_pca", "X_wa", "X_aa", "Random gene vectors")),
            table.toString());
        final int bio = List.of(Files.readAllLines(file).get(0).split(",")).indexOf("Bio conservation") - 1;
        assertTrue(Double.parseDouble(table.get("X_wa").get(bio)) > //
            Double.parseDouble(table.get("Random gene vectors").get(bio)), "vectors made for these cells: " + table);
    }

    @Test
    void embedAndExportWritesWhereTheVariablesSay() throws IOException {
        final var target = m_folder.resolve("my cells ä.h5ad");
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("embed-and-export").toString(), "--reset", "--var",
            "target=" + target, "--var", "vectorsTarget=" + m_folder.resolve("v.npy"));
        assertEquals(0, run.exitCode(), run.output());
        try (var h5ad = H5adFile.open(target)) {
            final var summary = h5ad.summary();
            assertEquals(100, summary.cells());
            assertEquals(Set.of("X_scelmo"), summary.obsm().keySet());
            final var scelmo = h5ad.read(Selection.x(), Progress.NONE).data().uns().get("scelmo");
            assertEquals(Map.of("history", List.of("X of simulated-pbmc-small.h5ad",
                "Embedding 'X_scelmo' by Cell Embed, weighted average (wa)")), scelmo);
        }
        // of the 200 vectors, those of genes that the data have
        assertEquals(192, Files.readAllLines(m_folder.resolve("v_names.txt")).size());
    }

    /** Of the 480 cells of donor 2; the demo's vectors tell types apart by construction, random ones cannot. */
    @Test
    void table1ComparesAllWaysOnTheSameCells() throws IOException {
        final var adaptor = m_folder.resolve("pbmc.adaptor");
        final var run = RunnerResult.of("run", WORKFLOWS.resolve("annotation-table1").toString(), "--reset", "--csv",
            m_folder.toString(), "--var", "target=" + adaptor);
        assertEquals(0, run.exitCode(), run.output());
        final var scores = RunnerResult.csv(m_folder.resolve("16_Annotation_Comparison_1.csv"));
        for (final var method : List.of("PCA", "aa", "wa", "adaptor", "adaptor (random)", "adaptor (classifier)")) {
            assertEquals("480", scores.get(method).get(5), method);
        }
        assertEquals(ACCURACY, Double.parseDouble(scores.get("wa").get(0)), 1e-12);
        // training depends on the last bits of a processor's arithmetic
        assertTrue(Double.parseDouble(scores.get("adaptor").get(0)) > 0.8, scores.toString());
        assertTrue(Files.size(adaptor) > 1492 * 32 * 4, "gene factors are in the file");
    }

    /** The files go to the data folder of the workflow, each under its name only when it is complete. */
    @Test
    void embedAndExportWritesIntoTheWorkflowAsItIs() throws IOException {
        final var copy = m_folder.resolve("space").resolve("embed and export");
        try (var files = Files.walk(WORKFLOWS.resolve("embed-and-export"))) {
            for (final var file : files.toList()) {
                final var to = copy.resolve(WORKFLOWS.resolve("embed-and-export").relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        for (int i = 0; i < 2; i++) { // the second time they are overwritten
            final var run = RunnerResult.of("run", copy.toString(), "--reset");
            assertEquals(0, run.exitCode(), run.output());
        }
        try (var files = Files.list(copy.resolve("data")); var h5ad =
            H5adFile.open(copy.resolve("data/embedded.h5ad"))) {
            assertEquals(List.of("README.md", "embedded.h5ad", "gene-vectors-small.tsv", "simulated-pbmc-small.h5ad",
                "vectors.npy", "vectors_names.txt"), files.map(f -> f.getFileName().toString()).sorted().toList());
            assertEquals(100, h5ad.obs().size());
        }
    }
}
