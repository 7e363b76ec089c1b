package org.scelmo.nodes.annotation.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class KnnAnnotateNodeFactoryTest {

    private TestNode m_source;

    private AnnDataPortObject m_data;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells());
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(KnnAnnotateNodeFactory::new).set("neighbors", 2);
    }

    private static TestNode byDonor() {
        return node().set("splitColumn", "donor").set("splitValue", "d1");
    }

    @Test
    void annotatesOneDonorFromTheOther() throws IOException {
        try (var node = byDonor().run(m_data, m_data)) {
            final var table = node.table(1);
            assertEquals(List.of("c4", "c5"), Rows.ids(table));
            assertEquals(List.of("B", "T"), Rows.texts(table, "prediction"));
            assertEquals(Arrays.asList("B", null), Rows.texts(table, "cell_type"));
            assertEquals(1, Rows.number(table, "c4", "prediction_confidence"));
            assertEquals(0, Rows.number(table, "c4", "prediction_nearest_distance"), 1e-12);
            assertEquals("", node.warning());

            final var obs = node.<AnnDataPortObject> output(0).open().obs();
            assertEquals("B", obs.column("prediction").orElseThrow().text(4));
            assertTrue(obs.column("prediction").orElseThrow().isMissing(0));
            assertTrue(obs.column("prediction_confidence").orElseThrow().isMissing(3));
        }
    }

    @Test
    void theValueMayNameTheQueryInstead() {
        try (var node = node().set("splitColumn", "donor").set("splitValue", "d2").set("role", "QUERY").run(m_data,
            m_data)) {
            assertEquals(List.of("c4", "c5"), Rows.ids(node.table(1)));
        }
    }

    @Test
    void guessesEmbeddingAndLabelAndTellsItsOutputsBefore() {
        try (var node = byDonor().configure(m_data.getSpec(), m_data.getSpec())) {
            final var spec = (DataTableSpec)node.host().outputSpec(1);
            assertArrayEquals(new String[]{"cell_type", "prediction", "prediction_confidence", "prediction_second",
                "prediction_second_confidence", "prediction_nearest_distance"}, spec.getColumnNames());
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertTrue(outline.obsColumn("prediction").isPresent());
            assertTrue(node.host().execute(m_data, m_data));
            assertEquals(spec.getColumnNames().length, node.table(1).getDataTableSpec().getNumColumns());
        }
    }

    @Test
    void annotatesADataSetFromAnother() {
        try (var other = SourceNodeFactory.of(TestData.renamed(TestData.cells(), "a", "b", "c", "d", "e", "f"));
                var node = node().run(m_data, other.output(0))) {
            assertEquals(List.of("B", "B", "T", "T", "B", "T"), Rows.texts(node.table(1), "prediction"));
            assertTrue(node.warning().contains("1 of 6 reference cells were left out"), node.warning());
        }
    }

    @Test
    void warnsIfCellsFindThemselves() {
        try (var node = node().run(m_data, m_data)) {
            assertTrue(node.warning().contains("5 of 6 annotated cells have the name of a reference cell"),
                node.warning());
        }
    }

    @Test
    void leavesUncertainCellsUnassigned() {
        try (var node = byDonor().set("neighbors", 4).setOptional("minConfidence", 0.6).run(m_data, m_data)) {
            assertEquals(List.of("unassigned", "unassigned"), Rows.texts(node.table(1), "prediction"));
            assertTrue(node.warning().contains("2 of 2 cells are unassigned"), node.warning());
        }
    }

    @Test
    void breaksTiesByTheNearestOrByTheAlphabet() {
        try (var nearest = byDonor().set("neighbors", 4).run(m_data, m_data);
                var alphabet = byDonor().set("neighbors", 4).set("ties", "ALPHABETICAL").run(m_data, m_data)) {
            assertEquals(List.of("B", "T"), Rows.texts(nearest.table(1), "prediction"));
            assertEquals(List.of("B", "B"), Rows.texts(alphabet.table(1), "prediction"));
        }
    }

    @Test
    void givesItsColumnsFreeNames() throws IOException {
        try (var first = byDonor().run(m_data, m_data);
                var second = byDonor().run(first.output(0), first.output(0))) {
            final var obs = second.<AnnDataPortObject> output(0).open().obs();
            assertTrue(obs.column("prediction (#1)").isPresent());
            assertEquals(List.of("c4", "c5"), Rows.ids(second.table(1)));
        }
    }

    @Test
    void sharesEverythingButObsAndUnsWithItsInput() {
        try (var node = byDonor().run(m_data, m_data)) {
            final var output = node.<AnnDataPortObject> output(0);
            for (final var part : m_data.parts()) {
                assertEquals(!Set.of("obs", "uns").contains(part.name()), output.parts().contains(part), part.name());
            }
            assertNotEquals(m_data, output);
        }
    }

    @Test
    void notesWhatThePredictionsWereMadeFrom() throws IOException {
        try (var node = byDonor().run(m_data, m_data)) {
            final var uns = node.<AnnDataPortObject> output(0).open().uns();
            assertEquals(1, Origins.of(uns, Origins.obs("prediction")).size());
            assertTrue(Origins.of(uns, Origins.obs("prediction")).iterator().next().startsWith("obsm/"));
            assertTrue(uns.keySet().containsAll(m_data.open().uns().keySet()));
        }
    }

    @Test
    void annotatesNothingIfAllCellsAreReference() {
        final var data = TestData.cells();
        final var donors = TestData.categorical("d1", "d1", "d1", "d1", "d1", "d1");
        final var one = data.withObs(data.obs().with("donor", donors));
        try (var source = SourceNodeFactory.of(one); var node = byDonor().run(source.output(0), source.output(0))) {
            assertEquals(0, node.table(1).size());
            assertTrue(node.warning().contains("No cell is annotated"), node.warning());
        }
    }

    @Test
    void saysHowManyCellsHaveNoValueToSplitBy() {
        final var data = TestData.cells();
        final var donors = TestData.categorical("d1", "d1", "d1", null, "d2", "d2");
        try (var source = SourceNodeFactory.of(data.withObs(data.obs().with("donor", donors)));
                var node = byDonor().run(source.output(0), source.output(0))) {
            assertEquals(List.of("c4", "c5"), Rows.ids(node.table(1)));
            assertTrue(node.warning().contains("1 of 6 query cells have no 'donor'"), node.warning());
        }
    }

    @Test
    void refusesAnEmptyReference() {
        try (var node = node().set("splitColumn", "donor").set("splitValue", "d9")) {
            final var message = node.failure(m_data, m_data);
            assertTrue(message.contains("The reference is empty") && message.contains("'d9'"), message);
        }
    }

    @Test
    void refusesDataWithoutCells() {
        final var data = TestData.cells();
        final var none = AnnData
            .of(null, new Frame(new String[0], Map.of("cell_type", TestData.categorical())), data.var())
            .withObsm("X_plane", DenseMatrix.of(new float[0][], 2));
        try (var source = SourceNodeFactory.of(none); var node = node()) {
            final var message = node.failure(source.output(0), m_data);
            assertTrue(message.contains("The reference is empty"), message);
        }
    }

    @Test
    void refusesMoreNeighborsThanReferenceCells() {
        try (var node = byDonor().set("neighbors", 5)) {
            assertTrue(node.failure(m_data, m_data).contains("5 neighbors are wanted"));
        }
        try (var node = byDonor().set("neighbors", 7)) {
            assertTrue(node.configureFailure(m_data.getSpec(), m_data.getSpec()).contains("only 6 cells"));
        }
    }

    @Test
    void namesWhatIsMissing() {
        try (var node = byDonor().set("embedding", "X_umap")) {
            assertTrue(node.configureFailure(m_data.getSpec(), m_data.getSpec()).contains("'X_umap' is missing"));
        }
        try (var node = byDonor().set("label", "celltype")) {
            final var message = node.configureFailure(m_data.getSpec(), m_data.getSpec());
            assertTrue(message.contains("'celltype' is missing"), message);
        }
        try (var node = byDonor().set("label", "score")) {
            assertTrue(node.configureFailure(m_data.getSpec(), m_data.getSpec()).contains("holds real numbers"));
        }
        try (var node = node().set("splitColumn", "donor")) {
            assertTrue(node.configureFailure(m_data.getSpec(), m_data.getSpec()).contains("No value of 'donor'"));
        }
    }

    @Test
    void failsOnReferenceCellsWithoutLabelIfAskedTo() {
        try (var node = node().set("missingLabels", "FAIL")) {
            assertTrue(node.failure(m_data, m_data).contains("'c5' has no 'cell_type'"));
        }
    }

    @Test
    void refusesEmbeddingsOfDifferentDimensions() {
        final var wider = TestData.cells().withObsm("X_plane", DenseMatrix.of(new float[6][3], 3));
        try (var source = SourceNodeFactory.of(wider); var node = node()) {
            final var query = source.<AnnDataPortObject> output(0).getSpec();
            assertTrue(node.configureFailure(m_data.getSpec(), query).contains("2 dimensions in the reference, but 3"));
        }
    }
}
