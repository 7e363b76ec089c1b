package org.scelmo.core.annotate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class ClassificationReportTest {

    private static final List<String> TRUTH = List.of("B", "B", "T", "T", "T", "NK");
    private static final List<String> PREDICTED = List.of("B", "unassigned", "T", "B", "unassigned", "Mono");

    @Test
    void unassignedIsAClassByDefaultAsInScikitLearn() {
        final var report = ClassificationReport.of(TRUTH, PREDICTED, UnassignedRule.OWN_CLASS);
        assertEquals(6, report.cells());
        assertEquals(2, report.unassigned());
        assertEquals(2 / 6.0, report.accuracy());
        assertEquals(List.of("B", "Mono", "NK", "T", "unassigned"), report.labels());
        assertEquals(List.of(new ClassScore("B", 1 / 2.0, 1 / 2.0, 1 / 2.0, 2, 2), new ClassScore("Mono", 0, 0, 0, 0, 1),
            new ClassScore("NK", 0, 0, 0, 1, 0), new ClassScore("T", 1, 1 / 3.0, 2 / 4.0, 3, 1),
            new ClassScore("unassigned", 0, 0, 0, 0, 2)), report.classes());
        assertEquals(1.5 / 5, report.macroPrecision(), 1e-15);
        assertEquals((1 / 2.0 + 1 / 3.0) / 5, report.macroRecall(), 1e-15);
        assertEquals(1 / 5.0, report.macroF1(), 1e-15);
        assertEquals((2 * 0.5 + 3 * 0.5) / 6, report.weightedF1(), 1e-15);
        assertArrayEquals(new long[]{1, 0, 0, 0, 1}, report.confusion()[0]);
        assertArrayEquals(new long[]{1, 0, 0, 1, 1}, report.confusion()[3]);
    }

    @Test
    void unassignedMayCountAsWrongWithoutBeingAClass() {
        final var report = ClassificationReport.of(TRUTH, PREDICTED, UnassignedRule.WRONG);
        assertEquals(2 / 6.0, report.accuracy());
        assertEquals(List.of("B", "Mono", "NK", "T"), report.classes().stream().map(ClassScore::label).toList());
        assertEquals((1 / 2.0 + 1 / 3.0) / 4, report.macroRecall(), 1e-15);
        assertEquals(5, report.labels().size());
    }

    @Test
    void unassignedMayBeLeftOut() {
        final var report = ClassificationReport.of(TRUTH, PREDICTED, UnassignedRule.LEFT_OUT);
        assertEquals(4, report.cells());
        assertEquals(2, report.unassigned());
        assertEquals(2 / 4.0, report.accuracy());
        assertEquals(List.of("B", "Mono", "NK", "T"), report.labels());
        assertEquals(1, report.classes().get(0).recall());
    }

    @Test
    void aTrueLabelNamedUnassignedStaysAClass() {
        final var report = ClassificationReport.of(List.of("unassigned", "B"), List.of("unassigned", "B"),
            UnassignedRule.WRONG);
        assertEquals(2, report.classes().size());
        assertEquals(1, report.macroF1());
    }

    @Test
    void noCellsGiveZeros() {
        final var report = ClassificationReport.of(List.of(), List.of(), UnassignedRule.OWN_CLASS);
        assertEquals(0, report.accuracy());
        assertEquals(0, report.macroF1());
        assertEquals(0, report.weightedF1());
    }

    @Test
    void refusesMissingLabelsAndDifferentLengths() {
        final var truth = assertThrows(MissingLabelException.class,
            () -> ClassificationReport.of(Arrays.asList("B", null), List.of("B", "B"), UnassignedRule.OWN_CLASS));
        assertEquals("The cell in row 1 (counted from 0) has no true label.", truth.getMessage());
        assertThrows(MissingLabelException.class,
            () -> ClassificationReport.of(List.of("B", "B"), Arrays.asList(null, "B"), UnassignedRule.OWN_CLASS));
        assertThrows(IllegalArgumentException.class,
            () -> ClassificationReport.of(List.of("B"), List.of(), UnassignedRule.OWN_CLASS));
    }
}
