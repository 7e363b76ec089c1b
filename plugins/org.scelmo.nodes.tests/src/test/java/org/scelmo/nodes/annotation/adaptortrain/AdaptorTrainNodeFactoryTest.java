package org.scelmo.nodes.annotation.adaptortrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.BooleanValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.scelmo.adaptor.train.TimeLimit;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.AdaptorPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.adaptor.TrainingCurve;
import org.scelmo.nodes.testing.LabelledCells;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestNode;
import org.scelmo.nodes.testing.TrainedAdaptor;

class AdaptorTrainNodeFactoryTest {

    @TempDir
    Path m_folder;

    private static String failure(final LabelledCells cells, final TestNode node) {
        try (node; var source = cells.source()) {
            return node.failure(source.<PortObject> output(0), source.<PortObject> output(1));
        }
    }

    private static String warning(final LabelledCells cells, final TestNode node) {
        try (node; var source = cells.source()) {
            return node.run(source.<PortObject> output(0), source.<PortObject> output(1)).warning();
        }
    }

    @Test
    void learnsTheTypesAndTellsHow() throws IOException {
        try (var trained = TrainedAdaptor.create()) {
            final var spec = trained.adaptor().getSpec();
            assertEquals(List.of("B", "T"), spec.classes());
            assertEquals(3, spec.dimensions());
            assertEquals(LabelledCells.GENES, spec.genes());
            assertEquals("CPU", spec.device());
            final var table = trained.training().table(1);
            assertArrayEquals(TrainingCurve.SPEC.getColumnNames(), table.getDataTableSpec().getColumnNames());
            assertEquals(11, table.size());
            final var record = trained.adaptor().open().record();
            assertEquals(72, record.trainingCells());
            final var best = record.curve().get(record.keptEpoch() - 1);
            assertTrue(best.validationAccuracy() > 0.9, record.curve().toString());
            final var factors = trained.training().<EmbeddingPortObject> output(2).open();
            assertEquals(trained.adaptor().open().genes(), factors.names());
            assertEquals(3, factors.dimensions());
            assertTrue(trained.training().warning().contains("11 of 12 genes have a vector"));
        }
    }

    @Test
    void validationIsMissingWhereThereWasNone() {
        try (var trained = TrainedAdaptor.create(); var rows = trained.training().table(1).iterator()) {
            for (int epoch = 1; epoch <= 11; epoch++) {
                final var row = rows.next();
                assertEquals((epoch - 1) % 5 != 0, row.getCell(4).isMissing(), "epoch " + epoch);
                assertEquals(row.getCell(4).isMissing(), row.getCell(5).isMissing());
                assertTrue(epoch > 1 || ((BooleanValue)row.getCell(6)).getBooleanValue(), "the first is best");
            }
        }
    }

    @Test
    void dimensionsAreKnownBeforeItIsExecuted() {
        try (var source = new LabelledCells().source(); var node = TrainedAdaptor.node()) {
            node.configure(source.output(0).getSpec(), source.output(1).getSpec());
            final var spec = (AdaptorPortObjectSpec)node.host().outputSpec(0);
            assertTrue(spec.isOpen());
            assertEquals(3, spec.dimensions());
        }
    }

    @Test
    void learnsFromTheChosenCellsOnly() throws IOException {
        try (var source = new LabelledCells().source();
                var node = TrainedAdaptor.node().set("splitColumn", "donor").set("splitValue", "d1")) {
            node.run(source.<PortObject> output(0), source.<PortObject> output(1));
            final var record = node.<AdaptorPortObject> output(0).open().record();
            assertEquals(40, record.trainingCells() + record.validationCells());
        }
        final var none = failure(new LabelledCells(),
            TrainedAdaptor.node().set("splitColumn", "donor").set("splitValue", "d3"));
        assertTrue(none.contains("no cell with 'donor' equal to 'd3'"), none);
        assertTrue(failure(new LabelledCells(), TrainedAdaptor.node().set("splitColumn", "donor"))
            .contains("No value of 'donor'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RANDOM", "PCA"})
    void controlsAreOtherAdaptorsOfTheSameVectors(final String vectors) throws IOException {
        try (var trained = TrainedAdaptor.create();
                var node = TrainedAdaptor.node().set("vectors", vectors)) {
            node.run(trained.cells(), trained.source().<PortObject> output(1));
            final var control = node.<AdaptorPortObject> output(0).open();
            assertEquals(trained.adaptor().getSpec().fingerprint(), control.fingerprint());
            assertNotEquals(trained.adaptor().open().record().curve(), control.record().curve());
        }
    }

    @Test
    void lastWeightsAreKeptWithoutValidation() throws IOException, InterruptedException {
        try (var source = new LabelledCells().source();
                var node = TrainedAdaptor.node().set("selection", "LAST").set("epochs", 4)) {
            node.run(source.<PortObject> output(0), source.<PortObject> output(1));
            final var record = node.<AdaptorPortObject> output(0).open().record();
            assertEquals(List.of(4, 80, 0),
                List.of(record.keptEpoch(), record.trainingCells(), record.validationCells()));
            assertEquals("cell_type", record.label());
            final var dom = PageInBrowser.dom(m_folder, view(), null, "", node.host().internals());
            assertFalse(dom.contains(">Validation accuracy (kNN)<"), "a panel without anything to draw");
            assertFalse(dom.contains(">Validation loss<"), "a column without any number");
            assertTrue(dom.contains("(kept)"), "the table marks the epoch that was kept");
        }
    }

    @Test
    void progressShowsTheCourseOfTraining() {
        final var messages = new ConcurrentLinkedQueue<String>();
        try (var source = new LabelledCells().source(); var node = TrainedAdaptor.node()) {
            node.host().addProgressListener(event -> {
                if (event.getNodeProgress().getMessage() != null) {
                    messages.add(event.getNodeProgress().getMessage());
                }
            });
            node.run(source.<PortObject> output(0), source.<PortObject> output(1));
        }
        assertTrue(messages.stream().anyMatch(m -> m.matches("Epoch 6 of 11: loss [0-9.e+]+ [▁-█]{6}; "
            + "validation after epoch 6: loss [0-9.e+]+ [▁-█]{2}, accuracy [01][.][0-9]+ [▁-█]{2}")),
            messages.toString());
    }

    @Test
    void aTimeLimitIsOnlyThereIfItIsSet() {
        final var parameters = new AdaptorTrainParameters();
        assertFalse(parameters.listener().isStopWanted());
        parameters.m_timeLimit = 1;
        assertInstanceOf(TimeLimit.class, parameters.listener());
    }

    @Test
    void oneClassOrNoneIsRefused() {
        assertTrue(failure(new LabelledCells().allLabels("B"), TrainedAdaptor.node()).contains("'B'"));
        assertTrue(failure(new LabelledCells().allLabels(null), TrainedAdaptor.node()).contains("No cell has a label"));
    }

    @Test
    void labelsThatAreMissingOrLonelyAreTold() {
        final var warning = warning(new LabelledCells().label(3, null).label(4, "rare"), TrainedAdaptor.node());
        assertTrue(warning.contains("1 of 80 cells have no label"), warning);
        assertTrue(warning.contains("Only one cell is 'rare'"), warning);
    }

    @Test
    void aLabelThatIsNotThereIsNamed() {
        assertTrue(failure(new LabelledCells(), TrainedAdaptor.node().set("label", "type")).contains("'type'"));
    }

    @Test
    void genesWithoutAnyVectorAreRefused() {
        try (var source = SourceNodeFactory.of(new LabelledCells().data("other "), new LabelledCells().embedding());
                var node = TrainedAdaptor.node()) {
            final var message = node.failure(source.<PortObject> output(0), source.<PortObject> output(1));
            assertTrue(message.contains("None of the 12 genes"), message);
        }
    }

    @Test
    void vectorsOfZerosAreRefused() {
        assertTrue(failure(new LabelledCells().vectors(0), TrainedAdaptor.node()).contains("vectors are zero"));
    }

    @Test
    void valuesThatAreNotFiniteAreNamed() {
        final var inX = failure(new LabelledCells().expression(5, 3, Float.NaN), TrainedAdaptor.node());
        assertTrue(inX.contains("cell 'cell 5', gene 'g3'"), inX);
        final var inVectors = failure(new LabelledCells().vectors(Float.NaN), TrainedAdaptor.node());
        assertTrue(inVectors.contains("vector of gene 'g0'"), inVectors);
    }

    @Test
    void settingsThatCannotBeTrainedWithAreRefused() {
        refused("at least two cells", p -> p.m_batch = 1);
        refused("learning rate", p -> p.m_rate = 0);
        refused("share of validation cells", p -> p.m_validationShare = 1);
        refused("at most 4096", p -> p.m_hidden = 5000);
        refused("one epoch", p -> p.m_epochs = 0);
        assertTrue(failure(new LabelledCells(), TrainedAdaptor.node().set("validationShare", 0.99)).contains("0.99"));
    }

    private static void refused(final String text, final Consumer<AdaptorTrainParameters> change) {
        final var parameters = new AdaptorTrainParameters();
        change.accept(parameters);
        final var e = assertThrows(InvalidSettingsException.class, parameters::validate);
        assertTrue(e.getMessage().contains(text), e.getMessage());
    }

    @Test
    void aRateThatDivergesIsRefused() {
        final var message = failure(new LabelledCells(), TrainedAdaptor.node().set("rate", 1e6));
        assertTrue(message.contains("diverged"), message);
    }

    @Test
    void aCardThatIsNotThereIsReplacedByTheProcessorWithAWarning() {
        final var warning = warning(new LabelledCells(), TrainedAdaptor.node().set("device", "CUDA"));
        assertTrue(warning.contains("CUDA"), warning);
    }

    @Test
    void automaticMeansWhatThePreferencesSay() {
        System.setProperty("scelmo.adaptor.device", "cuda");
        System.setProperty("scelmo.adaptor.memory", "100");
        try {
            final var warning = warning(new LabelledCells(), TrainedAdaptor.node());
            assertTrue(warning.contains("CUDA"), warning);
            System.setProperty("scelmo.adaptor.device", "gpu");
            final var message = failure(new LabelledCells(), TrainedAdaptor.node());
            assertTrue(message.contains("'gpu'"), message);
        } finally {
            System.clearProperty("scelmo.adaptor.device");
            System.clearProperty("scelmo.adaptor.memory");
        }
    }

    @Test
    void cancelingEndsWithinTwoSecondsAndLeavesNothing() throws Exception {
        try (var source = new LabelledCells().source();
                var node = TrainedAdaptor.node().set("epochs", 1_000_000).set("patience", 1_000_000)) {
            node.configure(source.output(0).getSpec(), source.output(1).getSpec());
            final var started = new CountDownLatch(1);
            node.host().addProgressListener(event -> {
                final var message = event.getNodeProgress().getMessage();
                if (message != null && message.startsWith("Epoch")) {
                    started.countDown();
                }
            });
            final var running = CompletableFuture
                .supplyAsync(() -> node.host().execute(source.<PortObject> output(0), source.<PortObject> output(1)));
            assertTrue(started.await(60, TimeUnit.SECONDS), "training begins");
            node.host().cancel();
            assertFalse(running.get(2, TimeUnit.SECONDS), "canceled");
            assertNull(node.output(0));
        }
    }

    private static ViewSheet view() {
        return NodeSheet.of(new AdaptorTrainNodeFactory()).view().orElseThrow();
    }

    @Test
    void viewShowsTheCurveAndWhatWasKept() throws IOException {
        try (var trained = TrainedAdaptor.create()) {
            final var view = (CurveView)view().initialData(null, trained.training().host().internals()).orElseThrow();
            final var record = trained.adaptor().open().record();
            assertEquals(record.keptEpoch(), view.keptEpoch());
            assertEquals(72, view.trainingCells());
            assertEquals(record.curve().stream().map(CurveView.Epoch::of).toList(), view.epochs());
            assertNull(view.epochs().get(1).validationLoss());
        }
        final var empty = (CurveView)view().initialData(null, (PortObject[])null).orElseThrow();
        assertTrue(empty.message().contains("again"));
    }

    @Test
    void pageDrawsThreePanelsAndTheTable() throws IOException, InterruptedException {
        try (var trained = TrainedAdaptor.create()) {
            final var dom = PageInBrowser.dom(m_folder, view(), null, "", trained.training().host().internals());
            assertTrue(dom.contains(">Validation accuracy (kNN)<") && dom.contains("contrastive × 100"), "panels");
            assertTrue(dom.contains("(kept)"), "the table marks the epoch that was kept");
            assertEquals(5, dom.split("<polyline", -1).length - 1, "lines of losses, parts and validation");
        }
    }
}
