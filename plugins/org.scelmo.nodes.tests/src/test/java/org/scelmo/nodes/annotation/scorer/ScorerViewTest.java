package org.scelmo.nodes.annotation.scorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.core.Tables;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.TestNode;

class ScorerViewTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(org.scelmo.nodes.support.Tables.column("cell_type", StringCell.TYPE),
            org.scelmo.nodes.support.Tables.column("prediction", StringCell.TYPE));

    @TempDir
    Path m_folder;

    private static BufferedDataTable table(final String... labels) {
        return Tables.of(SPEC, Arrays.stream(labels)
            .map(label -> new DataCell[]{new StringCell(label), new StringCell("B")}).toArray(DataCell[][]::new));
    }

    private static TestNode run(final BufferedDataTable table) {
        return TestNode.of(AnnotationScorerNodeFactory::new).run(table);
    }

    private static ViewSheet view() {
        return NodeSheet.of(new AnnotationScorerNodeFactory()).view().orElseThrow();
    }

    private static ScorerView shown(final PortObject... internals) {
        return (ScorerView)view().initialData(null, internals).orElseThrow();
    }

    @Test
    void showsTheTablesOfTheNode() {
        try (var node = run(table("B", "B", "T"))) {
            final var shown = shown(node.host().internals());
            assertNull(shown.message());
            assertEquals(List.of("B", "T"), shown.labels());
            assertArrayEquals(new long[]{2, 0}, shown.confusion().get(0));
            assertArrayEquals(new long[]{1, 0}, shown.confusion().get(1));
            assertEquals(new ScorerView.Score("B", 2.0 / 3, 1, 0.8, 2, 3), shown.classes().get(0));
        }
    }

    @Test
    void saysWhyThereIsNothing() {
        try (var node = run(table())) {
            assertTrue(shown(node.host().internals()).message().contains("No row"));
        }
        assertTrue(shown((PortObject[])null).message().contains("Execute the node again"));
    }

    @Test
    void hostileLabelsStayTextsAndAClickSorts() throws IOException, InterruptedException {
        final var sortByCells = "document.querySelectorAll('thead button')[4].click();";
        try (var node = run(table(PageInBrowser.HOSTILE, PageInBrowser.HOSTILE, "B"))) {
            final var dom = PageInBrowser.dom(m_folder, view(), null, sortByCells, node.host().internals());
            PageInBrowser.assertHarmless(dom);
            final var body = dom.substring(dom.indexOf("<tbody"));
            assertTrue(body.indexOf("onerror") < body.indexOf(">B<"), "the larger class comes first");
            assertTrue(dom.contains("33.3 %"), "the accuracy");
        }
    }
}
