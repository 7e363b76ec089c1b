package org.scelmo.nodes.insilico.delete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    private static DataCell[] set(final String name, final double score, final double q) {
        return new DataCell[]{new StringCell(name), DataType.getMissingCell(), new IntCell(3), new IntCell(5),
            new DoubleCell(0.5), new DoubleCell(0.5 + score), new DoubleCell(score), BooleanCell.TRUE,
            new DoubleCell(score - 0.01), new DoubleCell(score + 0.02), new DoubleCell(q / 2), new DoubleCell(q),
            new IntCell(1000), new DoubleCell(0.001), new StringCell("a, b, c")};
    }

    private static BufferedDataTable sets(final DataCell[]... rows) {
        return Tables.of(ScoreTables.SETS, rows);
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
        assertEquals(2, shown.genes().size());
        assertEquals("B", shown.genes().get(1).name());
        assertEquals(1, shown.genes().get(1).scores().size());
        final var first = shown.genes().get(0).scores().get(0);
        assertEquals(0.5, first.score());
        assertEquals(0.499, first.low(), 1e-12);
        assertEquals(0.01, first.q());
        assertNull(shown.genes().get(0).scores().get(1).p());
    }

    @Test
    void takesScoresOfGeneSetsFromTheirTable() {
        final var shown = shown(table(row("a", null, 0.5, 0.01)), sets(set("PATHWAY", 0.25, 0.04)));
        final var set = shown.sets().get(0).scores().get(0);
        assertEquals(new DeletionView.Score("PATHWAY", 3.0, 0.25, 0.24, 0.27, 0.02, 0.04, 0.001), set);
        assertNull(shown.genes().get(0).scores().get(0).genes());
    }

    /** A node that was executed before gene sets were kept. */
    @Test
    void scoresOfGenesAloneAreEnough() {
        assertTrue(shown(table(row("a", null, 0.5, 0.01))).sets().isEmpty());
    }

    @Test
    void keepsTheEndsOfManyScores() {
        final int genes = 30_000;
        final var shown = shown(table(IntStream.range(0, genes)
            .mapToObj(i -> row("g" + i, null, 1.0 - i, 0.5)).toArray(DataCell[][]::new)));
        final var all = shown.genes().get(0);
        assertEquals(genes, all.deleted());
        assertEquals(20_000, all.scores().size());
        assertEquals("g0", all.scores().get(0).name());
        assertEquals("g29999", all.scores().get(19_999).name());
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
            final var shown = shown(node.host().internals());
            assertEquals(1, shown.genes().get(0).scores().size());
            assertTrue(shown.sets().isEmpty());
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
    void drawsGeneSetsInTheirTurn() throws IOException, InterruptedException {
        final var dom = PageInBrowser.dom(m_folder, view(), null,
            "const lists = document.querySelectorAll('select'); lists[0].value = 'sets'; "
                + "lists[0].dispatchEvent(new Event('change'));",
            table(row("single", null, 0.5, 0.01)),
            sets(set(PageInBrowser.HOSTILE, 0.25, 0.04), set("PATHWAY", -0.25, 1)));
        PageInBrowser.assertHarmless(dom);
        assertTrue(dom.contains("PATHWAY"), "sets are drawn");
        assertTrue(dom.contains("3 genes deleted"), "the size of a set is told");
        assertTrue(dom.contains("2 deleted gene sets"), dom);
        assertTrue(dom.contains("1 gene set has q below"), dom);
        assertTrue(!dom.contains(">single<"), "genes are gone");
    }

    @Test
    void withoutPValuesThereAreBarsOnly() throws IOException, InterruptedException {
        final var dom =
            PageInBrowser.dom(m_folder, view(), null, "", table(row(PageInBrowser.HOSTILE, null, 0.5, null)));
        PageInBrowser.assertHarmless(dom);
        assertTrue(dom.contains("No p values"), dom);
        assertFalse(dom.contains("have q below"), dom);
    }

    /** Of scores up to 0.0002, ticks lie 0.00005 apart: with one digit two would read 1e-4. */
    @Test
    void ticksOfSmallScoresDiffer() throws IOException, InterruptedException {
        final var row = row("tiny", null, 0.0002, 0.5);
        row[6] = new DoubleCell(0.0001);
        row[7] = new DoubleCell(0.0002);
        final var dom = PageInBrowser.dom(m_folder, view(), null, "", table(row));
        assertTrue(dom.contains(">1.5e-4<"), dom);
    }
}
