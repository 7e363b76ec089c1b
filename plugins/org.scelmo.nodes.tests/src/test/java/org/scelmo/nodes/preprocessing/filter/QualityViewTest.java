package org.scelmo.nodes.preprocessing.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class QualityViewTest {

    @TempDir
    Path m_folder;

    private static ViewSheet view() {
        return NodeSheet.of(new CellAndGeneFilterNodeFactory()).view().orElseThrow();
    }

    private static QualityView shown(final PortObject... internals) {
        return (QualityView)view().initialData(null, internals).orElseThrow();
    }

    /** Cells have 2, 2, 1, 2, 1 and 0 genes with counts. */
    private static TestNode filtered(final TestNode source) {
        return TestNode.of(CellAndGeneFilterNodeFactory::new).setOptionalInt("minGenes", 2)
            .setOptionalInt("minCells", 0).run(source.<PortObject> output(0));
    }

    @Test
    void tellsCellsKeptFromCellsRemoved() {
        try (var source = SourceNodeFactory.of(TestData.cells()); var node = filtered(source)) {
            final var shown = shown(node.host().internals());
            assertNull(shown.message());
            assertEquals(List.of("n_genes_by_counts", "total_counts", "pct_counts_mt"),
                shown.metrics().stream().map(QualityView.Metric::name).toList());
            final var genes = shown.metrics().get(0);
            assertEquals(3, genes.kept().count());
            assertArrayEquals(new double[]{2, 2, 2, 2, 2}, genes.kept().quantiles());
            assertArrayEquals(new double[]{0, 0.5, 1, 1, 1}, genes.removed().quantiles());
            assertArrayEquals(new double[]{2, 3, 4, 4, 4}, shown.metrics().get(1).kept().quantiles());
        }
    }

    @Test
    void theViewOfACopiedNodeSaysWhatToDo() {
        assertTrue(shown((PortObject[])null).message().contains("Execute the node again"));
    }

    @Test
    void thePageDrawsAViolinForEach() throws IOException, InterruptedException {
        try (var source = SourceNodeFactory.of(TestData.cells()); var node = filtered(source)) {
            final var dom = PageInBrowser.dom(m_folder, view(), null, "document.querySelector('input').click();",
                node.host().internals());
            assertEquals(-1, dom.indexOf("data-error"), "a script failed");
            assertEquals(6, dom.split("<polygon").length - 1);
            assertTrue(dom.contains("Lower quartile"));
        }
    }
}
