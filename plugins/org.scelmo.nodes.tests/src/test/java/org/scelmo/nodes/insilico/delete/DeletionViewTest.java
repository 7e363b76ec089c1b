package org.scelmo.nodes.insilico.delete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.core.Tables;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class DeletionViewTest {

    @TempDir
    Path m_folder;

    /** Null stands for missing. */
    private static DataCell[] row(final String gene, final String type, final Double score, final Double q) {
        final var cells = new DataCell[ScoreTables.SCORES.getNumColumns()];
        Arrays.fill(cells, DataType.getMissingCell());
        cells[0] = new StringCell(gene);
        cells[1] = type == null ? DataType.getMissingCell() : new StringCell(type);
        cells[4] = score == null ? DataType.getMissingCell() : new DoubleCell(score);
        cells[5] = BooleanCell.TRUE;
        if (score != null) {
            cells[6] = new DoubleCell(score - 0.001);
            cells[7] = new DoubleCell(score + 0.001);
        }
        if (q != null) {
            cells[8] = new DoubleCell(q / 2);
            cells[9] = new DoubleCell(q);
        }
        cells[13] = new IntCell(10);
        return cells;
    }

    private static BufferedDataTable table(final DataCell[]... rows) {
        return Tables.of(ScoreTables.SCORES, rows);
    }

    private static ViewSheet view() {
        return NodeSheet.of(new InSilicoDeleteNodeFactory()).view().orElseThrow();
    }

    private static DeletionView shown(final PortObject... internals) {
        return (DeletionView)view().initialData(null, internals).orElseThrow();
    }

    @Test
    void takesScoresOfEachCellTypeFromTheTable() {
        final var shown = shown(table(row("a", "T", 0.5, 0.01), row("b", "T", -0.5, null), row("a", "B", 0.25, 1.0),
            row("none", "B", null, null)));
        assertNull(shown.message());
        assertEquals(1e-4, shown.threshold());
        assertEquals(2, shown.types().size());
        assertEquals("B", shown.types().get(1).name());
        assertEquals(1, shown.types().get(1).scores().size());
        final var first = shown.types().get(0).scores().get(0);
        assertEquals(0.5, first.score());
        assertEquals(0.499, first.low(), 1e-12);
        assertEquals(0.01, first.q());
        assertNull(shown.types().get(0).scores().get(1).p());
    }

    @Test
    void keepsTheEndsOfManyScores() {
        final int genes = 30_000;
        final var shown = shown(table(IntStream.range(0, genes)
            .mapToObj(i -> row("g" + i, null, 1.0 - i, 0.5)).toArray(DataCell[][]::new)));
        final var all = shown.types().get(0);
        assertEquals(genes, all.deleted());
        assertEquals(20_000, all.scores().size());
        assertEquals("g0", all.scores().get(0).gene());
        assertEquals("g29999", all.scores().get(19_999).gene());
    }

    @Test
    void saysWhyThereIsNothing() {
        assertTrue(shown(table()).message().contains("No deletion"));
        assertTrue(shown((PortObject[])null).message().contains("Execute the node again"));
    }

    @Test
    void theNodeKeepsItsScores() {
        try (var source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
                var node = TestNode.of(InSilicoDeleteNodeFactory::new).set("condition", "cell_type")
                    .set("control", "B").set("disease", "T").set("bootstraps", 5)
                    .run(source.<PortObject>output(0), source.output(1))) {
            assertEquals(1, shown(node.host().internals()).types().get(0).scores().size());
        }
    }

    @Test
    void drawsBarsIntervalsAndVolcanoAndHostileNamesStayTexts() throws IOException, InterruptedException {
        final var dom = PageInBrowser.dom(m_folder, view(), null,
            "const lists = document.querySelectorAll('select'); lists[0].value = '1'; "
                + "lists[0].dispatchEvent(new Event('change'));",
            table(row("other", "T", 0.5, 0.01), row(PageInBrowser.HOSTILE, "B", 0.25, 0.01),
                row("second", "B", -0.25, 1.0)));
        PageInBrowser.assertHarmless(dom);
        assertTrue(dom.contains("95 % interval"), "intervals are told");
        assertTrue(dom.contains("<circle"), "the volcano is drawn");
        assertTrue(dom.contains("second"), "the other cell type was chosen");
    }

    @Test
    void withoutPValuesThereAreBarsOnly() throws IOException, InterruptedException {
        final var dom =
            PageInBrowser.dom(m_folder, view(), null, "", table(row(PageInBrowser.HOSTILE, null, 0.5, null)));
        PageInBrowser.assertHarmless(dom);
        assertTrue(dom.contains("No p values"), dom);
    }
}
