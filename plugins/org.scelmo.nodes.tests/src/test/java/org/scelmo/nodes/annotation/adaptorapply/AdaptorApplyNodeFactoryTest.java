package org.scelmo.nodes.annotation.adaptorapply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.nodes.annotation.knn.KnnAnnotateNodeFactory;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.LabelledCells;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestNode;
import org.scelmo.nodes.testing.TrainedAdaptor;

class AdaptorApplyNodeFactoryTest {

    private static TrainedAdaptor trained;

    @BeforeAll
    static void train() {
        trained = TrainedAdaptor.create();
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static TestNode node() {
        return TestNode.of(AdaptorApplyNodeFactory::new);
    }

    private static String failure(final AnnData data, final TestNode node) {
        try (node; var source = SourceNodeFactory.of(data)) {
            return node.failure(source.<PortObject> output(0), trained.adaptor());
        }
    }

    @Test
    void embedsAsTheSumOfFactorsTimesExpression() throws IOException {
        try (var node = node().run(trained.cells(), trained.adaptor())) {
            final var data = node.<AnnDataPortObject> output(0).open();
            final var factors = trained.adaptor().open().factors();
            final var first = data.x().orElseThrow().open().next(1);
            final var expected = new double[3];
            for (int e = 0; e < first.nnz(); e++) {
                for (int k = 0; k < 3; k++) {
                    expected[k] += first.values()[e] * factors[first.indices()[e]][k];
                }
            }
            final var embedded = data.obsm().get("X_adaptor").copy(0, 1)[0];
            assertArrayEquals(expected, new double[]{embedded[0], embedded[1], embedded[2]}, 1e-4);
        }
    }

    @Test
    void predictsTheClassOfTheHighestProbability() throws IOException {
        try (var node = node().run(trained.cells(), trained.adaptor())) {
            final var data = node.<AnnDataPortObject> output(0).open();
            final var probabilities = data.obsm().get("adaptor_prediction_probabilities").copy(0, LabelledCells.CELLS);
            final var label = data.obs().column("adaptor_prediction").orElseThrow();
            final var best = (RealColumn)data.obs().column("adaptor_prediction_probability").orElseThrow();
            final var truth = data.obs().column("cell_type").orElseThrow();
            int right = 0;
            for (int i = 0; i < LabelledCells.CELLS; i++) {
                assertEquals(1, probabilities[i][0] + probabilities[i][1], 1e-6);
                assertEquals(probabilities[i][0] >= probabilities[i][1] ? "B" : "T", label.text(i));
                assertEquals(Math.max(probabilities[i][0], probabilities[i][1]), best.values()[i], 1e-6);
                right += label.text(i).equals(truth.text(i)) ? 1 : 0;
            }
            assertTrue(right > 0.9 * LabelledCells.CELLS, "learned: " + right);
        }
    }

    @Test
    void notesThatItsEmbeddingStemsFromTheLabelsItLearned() throws IOException {
        try (var node = node().run(trained.cells(), trained.adaptor())) {
            final var uns = node.<AnnDataPortObject> output(0).open().uns();
            assertEquals(Set.of("obs/cell_type"), Origins.of(uns, "obsm/X_adaptor"));
            assertEquals(Set.of("obsm/X_adaptor", "obs/cell_type"), Origins.of(uns, "obs/adaptor_prediction"));
        }
    }

    @Test
    void whatIsToldBeforeExecutionIsWhatComes() {
        try (var node = node()) {
            node.configure(trained.cells().getSpec(), trained.adaptor().getSpec());
            final var told = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            node.run(trained.cells(), trained.adaptor());
            assertEquals(node.<AnnDataPortObject> output(0).getSpec().outline(), told);
        }
    }

    @Test
    void probabilitiesCanBeLeftOutAndNamesThatAreTakenGetANumber() {
        try (var node = node().set("probabilities", false).set("prediction", "cell_type")
            .run(trained.cells(), trained.adaptor())) {
            final var outline = node.<AnnDataPortObject> output(0).getSpec().outline();
            assertEquals(List.of("X_adaptor"), List.copyOf(outline.obsm().keySet()));
            assertTrue(outline.obsColumn("cell_type (#1)").isPresent());
        }
    }

    @Test
    void neighborsInTheAdaptedSpaceAnnotateAsInThePaper() {
        try (var node = node().run(trained.cells(), trained.adaptor());
                var knn = TestNode.of(KnnAnnotateNodeFactory::new).set("embedding", "X_adaptor")
                    .set("label", "cell_type").set("splitColumn", "donor").set("splitValue", "d1")) {
            final var data = node.<PortObject> output(0);
            final var table = knn.run(data, data).table(1);
            final var truth = Rows.texts(table, "cell_type");
            final var predicted = Rows.texts(table, "prediction");
            int right = 0;
            for (int i = 0; i < truth.size(); i++) {
                right += truth.get(i).equals(predicted.get(i)) ? 1 : 0;
            }
            assertEquals(LabelledCells.CELLS / 2, truth.size());
            assertTrue(right >= 0.9 * truth.size(), "right: " + right);
        }
    }

    @Test
    void genesThatTheAdaptorDoesNotKnowAreTold() {
        final var names = new String[LabelledCells.GENES];
        for (int j = 0; j < names.length; j++) {
            names[j] = j < 2 ? "new " + j : "g" + j;
        }
        final var cells = new LabelledCells().data("g");
        final var renamed = AnnData.of(cells.x().orElseThrow(), cells.obs(),
            new Frame(names, Map.of()));
        try (var source = SourceNodeFactory.of(renamed);
                var node = node().run(source.<PortObject> output(0), trained.adaptor())) {
            assertTrue(node.warning().contains("The adaptor knows 10 of 12 genes"), node.warning());
            assertTrue(node.warning().contains("2 of the 12 genes of the adaptor are not in the data"), node.warning());
            assertEquals("missing", Rows.texts(node.table(1), "Status").get(0));
            assertEquals("matched", Rows.texts(node.table(1), "Status").get(2));
        }
        try (var node = node().run(trained.cells(), trained.adaptor())) {
            assertFalse(node.warning().contains("adaptor"), node.warning());
        }
    }

    @Test
    void dataThatCannotBeEmbeddedAreRefused() {
        assertTrue(failure(new LabelledCells().data("other "), node()).contains("None of the 12 genes"));
        assertTrue(failure(new LabelledCells().expression(2, 1, Float.POSITIVE_INFINITY).data("g"), node())
            .contains("cell 'cell 2', gene 'g1'"));
        final var cells = new LabelledCells().data("g");
        assertTrue(failure(AnnData.of(null, cells.obs(), cells.var()), node()).contains("no expression matrix"));
        final var unnamed = new AdaptorApplyParameters();
        unnamed.m_name = " ";
        assertTrue(assertThrows(InvalidSettingsException.class, unnamed::validate).getMessage().contains("no name"));
    }
}
