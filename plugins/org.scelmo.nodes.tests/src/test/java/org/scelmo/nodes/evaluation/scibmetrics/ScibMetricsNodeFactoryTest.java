package org.scelmo.nodes.evaluation.scibmetrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.analysis.clusters.CellNeighborsAndClustersNodeFactory;
import org.scelmo.nodes.evaluation.scibmetrics.ScibMetricsParameters.Definitions;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class ScibMetricsNodeFactoryTest {

    private static final int CELLS = 150;

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(data());
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    /** Three types in two batches; X_good tells the types apart, X_noise nothing. */
    private static AnnData data() {
        final var random = new Random(1);
        final var x = new float[CELLS][12];
        final var good = new float[CELLS][3];
        final var noise = new float[CELLS][3];
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < 12; j++) {
                x[i][j] = random.nextInt(3) + (j % 3 == i % 3 ? 2 : 0) + 0.5F;
            }
            for (int k = 0; k < 3; k++) {
                good[i][k] = (float)random.nextGaussian() + (k == i % 3 ? 9 : 0);
                noise[i][k] = (float)random.nextGaussian();
            }
        }
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("cell_type", TestData.categorical(
            IntStream.range(0, CELLS).mapToObj(i -> i == 7 ? null : "type" + i % 3).toArray(String[]::new)));
        obs.put("donor", TestData.categorical(
            IntStream.range(0, CELLS).mapToObj(i -> "d" + i / 3 % 2).toArray(String[]::new)));
        obs.put("one", TestData.categorical(IntStream.range(0, CELLS).mapToObj(i -> "same").toArray(String[]::new)));
        obs.put("nothing", TestData.categorical(new String[CELLS]));
        obs.put("S_score", new RealColumn(random.doubles(CELLS).toArray()));
        obs.put("G2M_score", new RealColumn(random.doubles(CELLS).toArray()));
        return AnnData
            .of(RowBlocks.of(CsrMatrix.fromDense(x)),
                new Frame(IntStream.range(0, CELLS).mapToObj(i -> "c" + i).toArray(String[]::new), obs),
                new Frame(IntStream.range(0, 12).mapToObj(j -> "g" + j).toArray(String[]::new), Map.of()))
            .withObsm("X_noise", DenseMatrix.of(noise, 3)).withObsm("X_good", DenseMatrix.of(good, 3));
    }

    private static TestNode node() {
        return TestNode.of(ScibMetricsNodeFactory::new);
    }

    @Test
    void comparesEmbeddingsWithBaselinesTheBestFirst() {
        try (var node = node().run(m_data)) {
            final var table = node.table(1);
            assertEquals(List.of("PCA of X", "Random gene vectors", "X_good", "X_noise"),
                Rows.ids(table).stream().sorted().toList());
            assertEquals("X_good", Rows.ids(table).get(0));
            assertTrue(Rows.number(table, "X_good", "ASW label") > Rows.number(table, "X_noise", "ASW label") + 0.2);
            assertTrue(Rows.number(table, "X_good", "NMI") > 0.9);
            final double bio = Rows.number(table, "X_good", "Bio conservation");
            final double batch = Rows.number(table, "X_good", "Batch correction");
            assertEquals(0.6 * bio + 0.4 * batch, Rows.number(table, "X_good", "Overall"), 1e-12);
            assertTrue(node.warning().contains("1 of 150 cells were left out"), node.warning());
        }
    }

    @Test
    void tellsDefinitionsCellsAndReasons() {
        try (var node = node().set("seed", 3).run(m_data)) {
            final var table = node.table(0);
            final var ids = Rows.ids(table);
            assertEquals(4 * (21 + 3), ids.size());
            final int nmi = ids.indexOf("X_good: NMI");
            assertTrue(Rows.texts(table, "Definition").get(nmi).contains("Leiden"));
            assertEquals("scib 1.2.1, scib-metrics 0.6.0", Rows.texts(table, "Follows").get(nmi));
            assertEquals(149, Rows.number(table, "X_good: NMI", "Cells"));
            assertEquals(3, Rows.number(table, "X_good: NMI", "Seed"));
            final int overlap = ids.indexOf("X_good: HVG overlap");
            assertNull(Rows.cells(table, "Value").get(overlap));
            assertTrue(Rows.texts(table, "Missing because").get(overlap).contains("corrected expression"));
            final int bio = ids.indexOf("X_good: Bio conservation");
            assertTrue(Rows.texts(table, "Definition").get(bio).contains("ASW label"));
            assertNotNull(Rows.cells(table, "Value").get(ids.indexOf("X_good: Cell cycle conservation")));
        }
    }

    @ParameterizedTest
    @EnumSource(Definitions.class)
    void columnsAreToldBefore(final Definitions definitions) {
        try (var node = node().set("definitions", definitions.name()).run(m_data)) {
            final var told = ((DataTableSpec)node.host().outputSpec(1)).getColumnNames();
            assertArrayEquals(told, node.table(1).getDataTableSpec().getColumnNames());
            assertEquals(definitions == Definitions.PAPER, Rows.cells(node.table(1), "Overall").get(0) == null);
        }
    }

    @Test
    void aSeedGivesTheSameScores() {
        try (var one = node().run(m_data);
                var two = node().run(m_data);
                var other = node().set("seed", 9).run(m_data)) {
            assertEquals(Rows.cells(one.table(0), "Value"), Rows.cells(two.table(0), "Value"));
            assertNotEquals(Rows.number(one.table(1), "Random gene vectors", "ASW label"),
                Rows.number(other.table(1), "Random gene vectors", "ASW label"));
        }
    }

    @Test
    void subsamplesTellTheirStandardDeviation() {
        try (var node = node().set("extent", "FAST").set("sample", 100).run(m_data)) {
            assertTrue(Rows.number(node.table(0), "X_good: ASW label", "Standard deviation") > 0);
            assertEquals(100, Rows.number(node.table(0), "X_good: ASW label", "Cells"), 2);
        }
    }

    @Test
    void scalingMakesTheBestOne() {
        try (var node = node().set("scaled", true).run(m_data)) {
            assertEquals(1, Rows.number(node.table(1), "X_good", "ASW label"));
            assertTrue(Rows.number(node.table(0), "X_good: ASW label", "Value") < 1, "the first table is not scaled");
        }
    }

    @Test
    void oneBatchLeavesTotalsOfTheRest() {
        for (final var batch : List.of("one", "<none>")) {
            try (var node = node().set("batch", batch).set("random", false).run(m_data)) {
                assertNotNull(Rows.cells(node.table(1), "Batch correction").get(0),
                    "graph connectivity needs no batches");
                assertNull(Rows.cells(node.table(1), "BRAS").get(0));
                assertTrue(node.warning().contains("Totals are without"), node.warning());
            }
        }
    }

    @Test
    void scoresOnlyWhatIsChosen() throws InvalidSettingsException {
        try (var node = node().set("pca", false).set("random", false).set("further", false)) {
            node.settings("embeddings").getNodeSettings("manualFilter").addStringArray("manuallySelected", "X_good");
            node.run(m_data);
            assertEquals(List.of("X_good"), Rows.ids(node.table(1)));
            assertEquals(13, node.table(1).getDataTableSpec().getNumColumns());
        }
    }

    @Test
    void warnsIfTheLabelFedTheEmbedding() {
        final var uns = Origins.note(Origins.note(Origins.note(Map.of(), "obsm/X_adaptor", "obs/cell_type", "X"),
            "obsm/X_umap", "obsm/X_adaptor"), "obs/leiden", "obsm/X_pca");
        final var all = List.of("X_pca", "X_adaptor", "X_umap");
        final var ofTypes = LeakGuard.warnings(uns, "cell_type", all);
        assertEquals(2, ofTypes.size());
        assertTrue(ofTypes.get(0).startsWith("The embedding 'X_adaptor' was made with the label 'cell_type'"));
        assertTrue(ofTypes.get(1).contains("'X_umap'"), ofTypes.get(1));
        final var ofClusters = LeakGuard.warnings(uns, "leiden", all);
        assertEquals(1, ofClusters.size());
        assertTrue(ofClusters.get(0).startsWith("The label 'leiden' was made from the embedding 'X_pca'"));
        assertEquals(List.of(), LeakGuard.warnings(uns, "donor", all));
    }

    @Test
    void tellsThatClustersAreNoTruthForTheirEmbedding() {
        try (var clusters = TestNode.of(CellNeighborsAndClustersNodeFactory::new).set("embedding", "X_good")
            .run(m_data); var node = node().set("label", "leiden")) {
            node.run(clusters.<AnnDataPortObject> output(0));
            assertTrue(node.warning().contains("The label 'leiden' was made from the embedding 'X_good'"),
                node.warning());
        }
    }

    @Test
    void namesTheCellWhoseEmbeddingIsNotANumber() {
        final var rows = new float[CELLS][2];
        Arrays.setAll(rows, i -> new float[]{i, i == 20 ? Float.NaN : 0});
        try (var source = SourceNodeFactory.of(data().withObsm("X_good", DenseMatrix.of(rows, 2))); var node = node()) {
            final var message = node.failure(source.<AnnDataPortObject> output(0));
            assertTrue(message.contains("'X_good'") && message.contains("'c20'"), message);
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        try (var node = node().set("label", "tissue")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'tissue'"));
        }
        try (var node = node().set("batch", "plate")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'plate'"));
        }
        try (var node = node().set("unintegrated", "X_old")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'X_old'"));
        }
        try (var node = node().set("corrected", "combat")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'combat'"));
        }
        try (var node = node().set("label", "nothing")) {
            assertTrue(node.failure(m_data).contains("No cell has a value of 'nothing'"));
        }
        final var parameters = new ScibMetricsParameters();
        parameters.m_repeats = 0;
        assertThrows(InvalidSettingsException.class, parameters::validate);
    }
}
