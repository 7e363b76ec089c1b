package org.scelmo.nodes.annotation.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

class AnnotationComparisonNodeFactoryTest {

    private static final DataTableSpec SPEC = new DataTableSpec(column("cell_type"), column("one"), column("two"));

    private static DataColumnSpec column(final String name) {
        return org.scelmo.nodes.support.Tables.column(name, StringCell.TYPE);
    }

    private static BufferedDataTable table(final String[]... rows) {
        return Tables.of(SPEC, Arrays.stream(rows)
            .map(row -> Arrays.stream(row).map(AnnotationComparisonNodeFactoryTest::cell).toArray(DataCell[]::new))
            .toArray(DataCell[][]::new));
    }

    private static DataCell cell(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }

    private static String[] row(final String... labels) {
        return labels;
    }

    private static final BufferedDataTable CELLS = table(row("B", "B", "B"), row("B", "T", "B"), row("T", "T", "T"),
        row("T", "T", "B"), row("B", "B", null), row(null, "B", "B"));

    private static TestNode node() {
        return TestNode.of(AnnotationComparisonNodeFactory::new).set("truth", "cell_type").columns("predictions", "one",
            "two");
    }

    @Test
    void scoresAllPredictionsOnTheSameCells() {
        try (var node = node().run(CELLS)) {
            final var scores = node.table(0);
            assertEquals(List.of("one", "two"), Rows.ids(scores));
            assertEquals(0.75, Rows.number(scores, "one", "Accuracy"));
            assertEquals((2.0 / 3 + 1) / 2, Rows.number(scores, "one", "Macro precision"), 1e-12);
            assertEquals(0.75, Rows.number(scores, "one", "Macro recall"), 1e-12);
            assertEquals((2.0 / 3 + 0.8) / 2, Rows.number(scores, "one", "Macro F1"), 1e-12);
            assertEquals(4, Rows.number(scores, "one", "Cells"));
            assertEquals(4, Rows.number(scores, "two", "Cells"));
        }
    }

    @Test
    void scoresEachOnAllItsCellsIfAsked() {
        try (var node = node().set("cells", "EACH").run(CELLS)) {
            assertEquals(0.8, Rows.number(node.table(0), "one", "Accuracy"), 1e-12);
            assertEquals(5, Rows.number(node.table(0), "one", "Cells"));
            assertEquals(4, Rows.number(node.table(0), "two", "Cells"));
        }
    }

    @Test
    void nothingToScoreIsMissingAndTold() {
        try (var node = node().run(table(row("B", "B", null)))) {
            assertNull(Rows.cells(node.table(0), "Accuracy").get(0));
            assertTrue(node.warning().contains("nothing can be scored"), node.warning());
        }
    }

    @Test
    void columnsThatAreMissingAreNamed() {
        try (var node = node().columns("predictions")) {
            assertTrue(node.failure(CELLS).contains("No prediction is chosen"));
        }
        try (var node = node().columns("predictions", "three")) {
            assertTrue(node.failure(CELLS).contains("'three'"));
        }
        try (var node = node().set("truth", "type")) {
            assertTrue(node.failure(CELLS).contains("'type'"));
        }
    }
}
