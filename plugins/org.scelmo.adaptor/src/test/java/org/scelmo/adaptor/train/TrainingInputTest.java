package org.scelmo.adaptor.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;

class TrainingInputTest {

    private final TrainingData m_data = SimulatedData.of(40, 3);

    private static <T extends ScelmoException> void refused(final Class<T> type, final TrainingData data,
        final String text) {
        final var trainer = new AdaptorTrainer(TrainingParameters.published(), new ComputeLimits(1, 1L << 30));
        final var e =
            assertThrows(type, () -> trainer.train(data, TrainingListener.NONE, Progress.NONE));
        assertTrue(e.getMessage().contains(text), e.getMessage());
        assertTrue(!e.resolutions().isEmpty());
    }

    @Test
    void oneClassOrNoLabelIsRefused() {
        refused(TrainingException.class, SimulatedData.with(m_data, Collections.nCopies(40, "B cell")), "'B cell'");
        refused(TrainingException.class, SimulatedData.with(m_data, Collections.nCopies(40, (String)null)), "No cell");
    }

    @Test
    void vectorsThatTellNothingAreRefused() {
        refused(TrainingException.class, SimulatedData.with(m_data, new float[60][]), "None of the 60 genes");
        refused(TrainingException.class, SimulatedData.with(m_data, new float[60][8]), "zero");
        final var vectors = new float[60][8];
        vectors[5][2] = Float.NaN;
        refused(NonFiniteValueException.class, SimulatedData.with(m_data, vectors), "row 5, column 2");
    }

    @Test
    void expressionThatIsNotFiniteIsRefused() {
        m_data.cells().values()[m_data.cells().begin(4)] = Float.POSITIVE_INFINITY;
        refused(NonFiniteValueException.class, m_data, "row 4");
    }

    @Test
    void moreEntriesThanAnArrayHasAreRefused() {
        assertEquals(1 << 30, CellsInMemory.checked(1L << 30));
        assertThrows(TrainingException.class, () -> CellsInMemory.checked(1L << 31));
    }

    @Test
    void tooFewCellsAndImpossibleSettingsAreRefused() {
        final var two = CsrMatrix.fromDense(new float[][]{{1, 0}, {0, 1}});
        refused(TrainingException.class, new TrainingData(two, List.of("a", "b"),
            List.of("g", "h"), new float[][]{{1, 2}, {2, 1}}), "2 labelled cells");
        final var published = TrainingParameters.published();
        assertThrows(TrainingException.class, () -> published.withBatch(1));
        assertThrows(TrainingException.class, () -> published.withRate(Double.NaN));
        assertThrows(TrainingException.class, () -> published.withEpochs(0));
    }

    @Test
    void genesOfTheTowerGiveTheSameProductAsAllGenes() {
        final var cells = CsrMatrix.fromDense(new float[][]{{1, 2, 0, 4, 0}, {0, 3, 0, 5, 6}});
        final var vectors = new float[][]{{1, 1}, null, {9, 9}, null, {2, 2}};
        final var space = GeneSpace.of(cells, vectors, 2);
        assertArrayEquals(new int[]{0, 2, -1, 2, 1}, space.place());
        assertArrayEquals(new float[][]{{1, 1}, {2, 2}, {0, 0}}, space.vectors());
        final var kept = space.cells(cells, new int[]{1, 0}).checkStructure();
        assertArrayEquals(new int[]{1, 2, 0, 2}, kept.indices());
        assertArrayEquals(new float[]{6, 8, 1, 6}, kept.values());
    }
}
