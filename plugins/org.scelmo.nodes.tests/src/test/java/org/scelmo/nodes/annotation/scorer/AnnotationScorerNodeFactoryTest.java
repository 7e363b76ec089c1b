package org.scelmo.nodes.annotation.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

class AnnotationScorerNodeFactoryTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
        org.scelmo.nodes.support.Tables.column("cell_type", StringCell.TYPE),
        org.scelmo.nodes.support.Tables.column("confidence", DoubleCell.TYPE),
        org.scelmo.nodes.support.Tables.column("prediction", StringCell.TYPE));

    /** Rows of "truth prediction"; a dot stands for a missing value. */
    private static BufferedDataTable table(final String... rows) {
        return Tables.of(SPEC, Arrays.stream(rows).map(row -> {
            final var parts = row.split(" ");
            return new DataCell[]{cell(parts[0]), new DoubleCell(1), cell(parts[1])};
        }).toArray(DataCell[][]::new));
    }

    private static DataCell cell(final String text) {
        return text.equals(".") ? DataType.getMissingCell() : new StringCell(text);
    }

    private static TestNode node() {
        return TestNode.of(AnnotationScorerNodeFactory::new);
    }

    @Test
    void guessesColumnsAndComputesScoresAsScikitLearnDoes() {
        try (var node = node().run(table("B B", "B T", "T T", "T T", "NK T"))) {
            final var scores = node.table(0);
            assertEquals(0.6, Rows.number(scores, "Accuracy", "Value"), 1e-12);
            // precision B 1, NK 0, T 1/2; recall B 1/2, NK 0, T 1; F1 B 2/3, NK 0, T 2/3
            assertEquals(0.5, Rows.number(scores, "Macro precision", "Value"), 1e-12);
            assertEquals(0.5, Rows.number(scores, "Macro recall", "Value"), 1e-12);
            assertEquals(4.0 / 9, Rows.number(scores, "Macro F1", "Value"), 1e-12);
            assertEquals(5, Rows.number(scores, "Cells", "Value"));
            assertEquals(List.of("B", "NK", "T"), Rows.ids(node.table(1)));
            assertEquals(2, Rows.number(node.table(1), "T", "Cells"));
            assertEquals(4, Rows.number(node.table(1), "T", "Predicted"));
            assertEquals(1, Rows.number(node.table(2), "NK", "T"));
            assertEquals(1, Rows.number(node.table(2), "B", "B"));
            assertEquals("", node.warning());
        }
    }

    @Test
    void tellsLabelsApartThatDifferOnlyInBlanks() {
        final var rows = new DataCell[][]{{cell("T"), new DoubleCell(1), cell("T\u2009")},
            {cell("T"), new DoubleCell(1), cell("T ")}, {cell("T"), new DoubleCell(1), cell("")}};
        try (var node = node().run(Tables.of(SPEC, rows))) {
            assertEquals(List.of("", "T", "T ", "T\u2009"), Rows.ids(node.table(2)));
            assertEquals(List.of("(no name)", "T", "T (#1)", "T\u2009"),
                List.of(node.table(2).getDataTableSpec().getColumnNames()));
        }
    }

    @Test
    void leavesOutRowsWithMissingLabelsAndSaysSo() {
        try (var node = node().run(table("B B", ". T", "T ."))) {
            assertEquals(1, Rows.number(node.table(0), "Accuracy", "Value"));
            assertTrue(node.warning().contains("2 of 3 rows"), node.warning());
        }
    }

    @Test
    void failsOnMissingLabelsIfAskedToAndNamesRowAndColumn() {
        try (var node = node().set("missingValues", "FAIL")) {
            final var message = node.failure(table("B B", "T ."));
            assertTrue(message.contains("Row1") && message.contains("'prediction'"), message);
        }
    }

    @Test
    void scoresNothingInAnEmptyTable() {
        try (var node = node().run(table())) {
            assertNull(Rows.cells(node.table(0), "Value").get(0));
            assertEquals(0, Rows.number(node.table(0), "Cells", "Value"));
            assertEquals(0, node.table(1).size());
            assertTrue(node.warning().contains("nothing can be scored"), node.warning());
        }
    }

    @Test
    void namesTheColumnThatIsMissing() {
        try (var node = node().set("truth", "celltype").set("prediction", "prediction")) {
            final var message = node.configureFailure(SPEC);
            assertEquals("The truth column 'celltype' is missing in the input table.", message);
        }
    }

    @Test
    void namesTypesIfAColumnIsNoText() {
        try (var node = node().set("truth", "confidence").set("prediction", "prediction")) {
            final var message = node.configureFailure(SPEC);
            assertTrue(message.contains("'confidence'") && message.contains("text is needed"), message);
        }
    }

    @Test
    void refusesTheSameColumnTwice() {
        try (var node = node().set("truth", "prediction").set("prediction", "prediction")) {
            assertTrue(node.configureFailure(SPEC).contains("same column"));
        }
    }

    @Test
    void saysThatNoColumnCouldBeGuessed() {
        try (var node = node()) {
            final var spec = new DataTableSpec(org.scelmo.nodes.support.Tables.column("x", DoubleCell.TYPE));
            assertTrue(node.configureFailure(spec).startsWith("No truth column is chosen"));
        }
    }
}
