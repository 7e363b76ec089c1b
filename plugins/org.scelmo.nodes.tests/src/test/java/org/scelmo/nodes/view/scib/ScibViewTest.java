package org.scelmo.nodes.view.scib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.core.Tables;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.evaluation.scibmetrics.ScibMetricsNodeFactory;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class ScibViewTest {

    private static final DataTableSpec SPEC = new DataTableSpec(column("Embedding", StringCell.TYPE),
        column("Score", StringCell.TYPE), column("Aspect", StringCell.TYPE), column("Value", DoubleCell.TYPE),
        column("Standard deviation", DoubleCell.TYPE), column("Missing because", StringCell.TYPE),
        column("In total", BooleanCell.TYPE), column("Definition", StringCell.TYPE),
        column("Follows", StringCell.TYPE));

    @TempDir
    Path m_folder;

    private static DataColumnSpec column(final String name, final DataType type) {
        return org.scelmo.nodes.support.Tables.column(name, type);
    }

    private static DataCell[] row(final String embedding, final String score, final String aspect, final Double value,
        final boolean counts) {
        final var reason = value == null ? new StringCell("One batch only.") : DataType.getMissingCell();
        return new DataCell[]{new StringCell(embedding), new StringCell(score), new StringCell(aspect),
            value == null ? DataType.getMissingCell() : new DoubleCell(value), DataType.getMissingCell(),
            reason, counts ? BooleanCell.TRUE : BooleanCell.FALSE,
            new StringCell("A definition."), new StringCell("a library")};
    }

    private static BufferedDataTable table(final String best) {
        return Tables.of(SPEC, row("X_worse", "NMI", "Bio conservation", 0.5, true),
            row("X_worse", "kBET", "Batch correction", null, true),
            row("X_worse", "further", "Batch correction", 0.4, false), row("X_worse", "Overall", "Total", 0.3, false),
            row(best, "NMI", "Bio conservation", 0.7, true), row(best, "kBET", "Batch correction", 0.6, true),
            row(best, "further", "Batch correction", 0.4, false), row(best, "Overall", "Total", 0.6543, false));
    }

    private static ViewSheet view() {
        return NodeSheet.of(new ScibMetricsNodeFactory()).view().orElseThrow();
    }

    private static ScibView shown(final PortObject... internals) {
        return (ScibView)view().initialData(null, internals).orElseThrow();
    }

    @Test
    void takesScoresAndReasonsFromTheTable() {
        final var shown = shown(table("X_best"));
        assertNull(shown.message());
        assertEquals(8, shown.scores().size());
        final var missing = shown.scores().get(1);
        assertNull(missing.value());
        assertEquals("One batch only.", missing.missing());
        assertTrue(missing.counts());
        assertEquals(0.6543, shown.scores().get(7).value());
    }

    @Test
    void saysWhyThereIsNothing() {
        assertTrue(shown(Tables.of(SPEC)).message().contains("No embedding"));
        assertTrue(shown((PortObject[])null).message().contains("Execute the node again"));
    }

    @Test
    void theNodeKeepsItsScores() {
        try (var source = SourceNodeFactory.of(TestData.cells());
                var node = TestNode.of(ScibMetricsNodeFactory::new).run(source.<PortObject> output(0))) {
            assertEquals(node.table(0).size(), shown(node.host().internals()).scores().size());
        }
    }

    @Test
    void theBestComesFirstAndHostileNamesStayTexts() throws IOException, InterruptedException {
        final var dom = PageInBrowser.dom(m_folder, view(), null, "document.querySelector('input').click();",
            table(PageInBrowser.HOSTILE));
        PageInBrowser.assertHarmless(dom);
        assertTrue(dom.indexOf("&lt;img src=x") < dom.indexOf("X_worse"), "the best comes first");
        assertTrue(dom.contains("missing: One batch only."), "the reason is told");
        assertTrue(dom.contains(">further<"), "further scores are shown on demand");
    }
}
