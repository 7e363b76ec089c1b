package org.scelmo.nodes.visualization.compositionplot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class CompositionPlotNodeFactoryTest {

    private TestNode m_source;

    private PortObject m_data;

    @TempDir
    Path m_folder;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells());
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static ViewSheet view() {
        return NodeSheet.of(new CompositionPlotNodeFactory()).view().orElseThrow();
    }

    private static CompositionStart start(final CompositionPlotParameters parameters, final PortObject... internals) {
        return (CompositionStart)view().initialData(parameters, internals).orElseThrow();
    }

    private static CompositionService service(final PortObject data) {
        return (CompositionService)view().services(new CompositionPlotParameters(), data).get("");
    }

    private static AnnData annotated(final String name, final Column column) {
        final var index = new String[column.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = "c" + i;
        }
        return AnnData.of(null, new Frame(index, Map.of(name, column)), new Frame(new String[0], Map.of()));
    }

    @Test
    void theViewStartsWithTypesAndAnotherAnnotation() {
        try (var node = TestNode.of(CompositionPlotNodeFactory::new).run(m_data)) {
            final var start = start(new CompositionPlotParameters(), node.host().internals());
            assertNull(start.message());
            assertEquals("cell_type", start.bars());
            assertEquals("donor", start.parts());
        }
        final var parameters = new CompositionPlotParameters();
        parameters.m_bars = "donor";
        parameters.m_parts = "cell_type";
        assertEquals(List.of("donor", "cell_type"),
            List.of(start(parameters, m_data).bars(), start(parameters, m_data).parts()));
        assertTrue(start(parameters, (PortObject[])null).message().contains("Execute the node again"));
    }

    @Test
    void countsCells() {
        final var counted = service(m_data).counts("donor", "cell_type");
        assertEquals(List.of("d1", "d2"), counted.rows());
        assertEquals(List.of("B", "T"), counted.columns());
        assertArrayEquals(new long[]{2, 2}, counted.counts()[0]);
        assertArrayEquals(new long[]{1, 0}, counted.counts()[1]);
        assertEquals(1, counted.missing());
    }

    @Test
    void tooManyValuesAndUnknownNamesAreRefused() {
        final var service = service(m_data);
        assertThrows(ScelmoException.class, () -> service.counts("none", "donor"));
        final var values = new String[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = "v" + i;
        }
        try (var source = SourceNodeFactory.of(annotated("barcode", new StringColumn(values)))) {
            final var many = service(source.output(0));
            final var refused = assertThrows(ScelmoException.class, () -> many.counts("barcode", "barcode"));
            assertTrue(refused.getMessage().contains("1,001"), refused.getMessage());
        }
    }

    @Test
    void dataWithoutCategoriesAreRefused() {
        try (var source = SourceNodeFactory.of(annotated("score", new RealColumn(new double[]{1, 2})));
                var node = TestNode.of(CompositionPlotNodeFactory::new)) {
            assertTrue(node.failure(source.<PortObject> output(0)).contains("no annotation"));
        }
    }

    @Test
    void hostileNamesStayTexts() throws IOException, InterruptedException {
        final var data = annotated(PageInBrowser.HOSTILE, TestData.categorical(PageInBrowser.HOSTILE, "b", "b"));
        final var pointAtABar = "document.querySelectorAll('.drawing rect')[0]"
            + ".dispatchEvent(new MouseEvent('mousemove', { clientX: 300, clientY: 100 }));";
        try (var source = SourceNodeFactory.of(data)) {
            final var dom = PageInBrowser.dom(m_folder, view(), new CompositionPlotParameters(), pointAtABar,
                source.<PortObject> output(0));
            PageInBrowser.assertHarmless(dom);
            assertTrue(dom.contains("1 of 1 cells, 100.0 %"), "the bar under the pointer is told");
        }
    }
}
