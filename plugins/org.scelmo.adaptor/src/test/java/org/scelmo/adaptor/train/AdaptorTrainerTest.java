package org.scelmo.adaptor.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;

class AdaptorTrainerTest {

    private static final ComputeLimits LIMITS = new ComputeLimits(1, 1L << 30);
    private static final TrainingParameters QUICK =
        TrainingParameters.published().withBatch(64).withRate(0.01).withEpochs(11).withValidation(5, 1, Selection.LOSS);

    private final TrainingData m_data = SimulatedData.of(300, 1);

    private static TrainingResult train(final TrainingParameters parameters, final TrainingData data)
        throws IOException {
        return new AdaptorTrainer(parameters, LIMITS).train(data, TrainingListener.NONE, Progress.NONE);
    }

    @Test
    void lossFallsAndCellsOfOneTypeBecomeNeighbors() throws Exception {
        final var result = train(QUICK, m_data);
        final var curve = result.curve();
        final var best = curve.get(result.keptEpoch() - 1);
        assertTrue(best.validationLoss() < 0.7 * curve.get(0).validationLoss(), curve.toString());
        assertTrue(best.crossEntropy() < 0.5 * curve.get(0).crossEntropy(), curve.toString());
        assertTrue(best.kept() && best.validationAccuracy() > 0.9, curve.toString());
        assertEquals(List.of("type A", "type B", "type C"), result.classes());
        assertEquals(270, result.trainingCells());
        assertEquals(30, result.validationCells());
    }

    @Test
    void evaluatesWhenThePublishedCodeDoesAndStopsAtTheFirstThatIsNotBetter() throws Exception {
        final var evaluated = new ArrayList<Integer>();
        final var result = new AdaptorTrainer(TrainingParameters.published().withBatch(64).withRate(0.02), LIMITS).train(
            m_data, entry -> {
                if (entry.evaluated()) {
                    evaluated.add(entry.epoch());
                }
            }, Progress.NONE);
        assertEquals(List.of(1, 6, 11, 16, 21, 26).subList(0, evaluated.size()), evaluated);
        assertEquals(StopReason.PATIENCE, result.stop());
        final var last = result.curve().get(result.curve().size() - 1);
        final var best = result.curve().get(result.keptEpoch() - 1);
        assertFalse(last.kept());
        assertTrue(last.validationAccuracy() <= best.validationAccuracy());
    }

    @Test
    void sameSeedGivesTheSameWeightsAndAnotherSeedOthers() throws Exception {
        final var once = train(QUICK, m_data);
        final var again = train(QUICK, m_data);
        assertArrayEquals(once.weights().tower(), again.weights().tower());
        assertArrayEquals(once.weights().classifier(), again.weights().classifier());
        assertEquals(once.curve(), again.curve());
        assertNotEquals(once.curve(), train(QUICK.withSeed(5), m_data).curve());
    }

    @Test
    void genesWithoutVectorShareTheirFactorsAndUnexpressedOnesHaveTheirOwn() throws Exception {
        final var cells = m_data.cells();
        final var values = cells.values().clone();
        final var dense = new float[cells.rows()][cells.columns()];
        for (int i = 0; i < dense.length; i++) {
            for (int e = cells.begin(i); e < cells.end(i); e++) {
                dense[i][cells.indices()[e]] = cells.indices()[e] == 3 ? 0 : values[e];
            }
        }
        final var result = train(QUICK.withEpochs(2), new TrainingData(CsrMatrix.fromDense(dense), m_data.labels(),
            m_data.genes(), m_data.vectors()));
        assertArrayEquals(result.factors()[7], result.factors()[11]);
        assertFalse(Arrays.equals(result.factors()[3], result.factors()[7]));
        assertEquals(SimulatedData.GENES, result.factors().length);
    }

    @ParameterizedTest
    @EnumSource(value = VectorSource.class, names = {"RANDOM", "PCA"})
    void controlsTrainWithOtherVectors(final VectorSource source) throws Exception {
        final var result = train(QUICK.withVectors(source), m_data);
        assertEquals(source == VectorSource.PCA ? 7 : 8, result.weights().sizes().input());
        assertNotEquals(train(QUICK, m_data).curve(), result.curve());
    }

    @Test
    void cellsWithoutLabelAreLeftOutAndLonelyClassesNamed() throws Exception {
        final var labels = new ArrayList<>(m_data.labels());
        labels.set(0, null);
        labels.set(1, "rare");
        final var result = train(QUICK.withEpochs(1), SimulatedData.with(m_data, labels));
        assertEquals(2, result.warnings().size(), result.warnings().toString());
        assertTrue(result.warnings().get(0).startsWith("1 of 300 cells"));
        assertTrue(result.warnings().get(1).contains("'rare'"));
    }

    @Test
    void supConAndBalancedClassesTrainAsWell() throws Exception {
        final var p = TrainingParameters.published();
        final var parameters = new TrainingParameters(16, 8, Contrast.SUPCON, 1, p.margin(), p.temperature(),
            ClassWeighting.BALANCED, 11, 64, 0.01, 0.1, 1, 5, 5, Selection.LOSS, VectorSource.GIVEN, 0);
        final var curve = train(parameters, m_data).curve();
        assertTrue(curve.get(10).total() < curve.get(0).total());
    }

    private static TrainingParameters diverging(final double rate) {
        return QUICK.withRate(rate).withEpochs(200).withValidation(1, 200, Selection.KNN_ACCURACY);
    }

    @Test
    void trainingThatDivergesLateKeepsTheBest() throws Exception {
        // which rate breaks training late hangs on the last bits of a processor's arithmetic
        TrainingResult result = train(diverging(0.10), m_data);
        for (int hundredths = 11; hundredths < 20 && result.stop() != StopReason.DIVERGED; hundredths++) {
            result = train(diverging(hundredths / 100.0), m_data);
        }
        Assumptions.assumeTrue(result.stop() == StopReason.DIVERGED, "no rate breaks training late on this processor");
        assertTrue(result.weights().isFinite());
        assertTrue(result.warnings().get(0).contains("diverged"));
    }

    @Test
    void lastWeightsAreThoseOfAllCellsAfterAllEpochs() throws Exception {
        final var last = QUICK.withValidation(1, 0, Selection.LAST);
        final var result = train(last.withEpochs(4), m_data);
        assertEquals(StopReason.EPOCHS, result.stop());
        assertEquals(4, result.keptEpoch());
        assertEquals(300, result.trainingCells());
        assertEquals(0, result.validationCells());
        assertTrue(result.curve().stream().allMatch(e -> e.kept() && !e.evaluated()));
        final var longer = train(last.withEpochs(5), m_data);
        assertEquals(result.curve(), longer.curve().subList(0, 4));
        assertFalse(Arrays.equals(result.weights().tower(), longer.weights().tower()));
    }

    @Test
    void trainingThatDivergesAtOnceHasNothingToKeep() {
        final var e = assertThrows(TrainingException.class, () -> train(diverging(30), m_data));
        assertTrue(e.getMessage().contains("diverged"), e.getMessage());
        assertTrue(e.resolutions().get(0).contains("learning rate"));
    }

    @Test
    void cancelingEndsBetweenBatchesAndStoppingKeepsTheBest() throws Exception {
        final var trainer = new AdaptorTrainer(QUICK, LIMITS);
        final var canceling = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        };
        assertThrows(CanceledException.class, () -> trainer.train(m_data, TrainingListener.NONE, canceling));
        final var result = trainer.train(m_data, new TrainingListener() {
            private int m_epochs;

            @Override
            public void epoch(final EpochRecord entry) {
                m_epochs++;
            }

            @Override
            public boolean isStopWanted() {
                return m_epochs == 2;
            }
        }, Progress.NONE);
        assertEquals(StopReason.STOPPED, result.stop());
        assertEquals(3, result.curve().size());
        assertTrue(result.curve().get(2).evaluated(), "the last weights may be the best");
        assertEquals("Training was stopped after epoch 3 of 11; the weights of epoch %d were kept."
            .formatted(result.keptEpoch()), result.warnings().get(0));
    }
}
