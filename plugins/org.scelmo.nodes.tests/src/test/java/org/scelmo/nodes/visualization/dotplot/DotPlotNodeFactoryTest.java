package org.scelmo.nodes.visualization.dotplot;

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
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class DotPlotNodeFactoryTest {

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

    private static TestNode node() {
        return TestNode.of(DotPlotNodeFactory::new).set("groups", "cell_type");
    }

    private static ViewSheet view() {
        return NodeSheet.of(new DotPlotNodeFactory()).view().orElseThrow();
    }

    private static DotTable.View shown(final PortObject... internals) {
        return (DotTable.View)view().initialData(null, internals).orElseThrow();
    }

    @Test
    void choosesGenesThatTellGroupsApart() {
        try (var node = node().set("perGroup", 1).run(m_data)) {
            assertEquals(List.of("g0", "g0", "g1", "g1"), Rows.texts(node.table(0), "Gene"));
            // the B cells c0, c1 and c4 have 3, 2 and 1 of g0
            assertEquals(2, Rows.number(node.table(0), "Row0", "Mean expression"));
            assertEquals(1, Rows.number(node.table(0), "Row0", "Fraction expressing"));
            assertEquals(3, Rows.number(node.table(0), "Row0", "Cells"));
            assertEquals(0, Rows.number(node.table(0), "Row1", "Mean expression"));
            assertNull(shown(node.host().internals()).message());
            assertEquals(new DotTable.Dot("g0", "B", 3, 1, 2), shown(node.host().internals()).dots().get(0));
        }
    }

    @Test
    void takesTheGenesThatAreNamedInTheirOrder() {
        try (var node = node().set("genes", "g2, none\n g1 g2").run(m_data)) {
            assertEquals(List.of("g2", "g2", "g1", "g1"), Rows.texts(node.table(0), "Gene"));
            assertTrue(node.warning().contains("1 of 3 genes are not in the data: none"), node.warning());
        }
    }

    @Test
    void tellsItsTableBeforeExecution() {
        try (var node = node().configure(m_data.getSpec())) {
            final var told = (DataTableSpec)node.host().outputSpec(0);
            assertTrue(node.host().execute(m_data));
            assertTrue(told.equalStructure(node.table(0).getDataTableSpec()));
        }
    }

    @Test
    void badSettingsEndInMessages() {
        try (var node = node().set("genes", "x y")) {
            assertTrue(node.failure(m_data).contains("none of the genes, such as 'x'"));
        }
        try (var node = node().set("groups", "gone")) {
            assertTrue(node.failure(m_data).contains("no annotation 'gone'"));
        }
        final var parameters = new DotPlotParameters();
        parameters.m_perGroup = 0;
        final var refused = assertThrows(InvalidSettingsException.class, parameters::validate);
        assertTrue(refused.getMessage().contains("at least 1"));
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(null, data.obs(), data.var())); var node = node()) {
            assertTrue(node.failure(source.<PortObject> output(0)).contains("no expression matrix"));
        }
    }

    @Test
    void theViewSaysWhyThereIsNothing() {
        assertTrue(shown((PortObject[])null).message().contains("Execute the node again"));
        final var data = TestData.cells().withX(RowBlocks.of(CsrMatrix.fromDense(new float[6][4])));
        try (var source = SourceNodeFactory.of(data); var node = node().run(source.<PortObject> output(0))) {
            assertTrue(shown(node.host().internals()).message().contains("No gene"), "X holds zeros only");
        }
    }

    @Test
    void oneGroupIsEnough() {
        try (var node = node().set("groups", "doublet").run(m_data)) {
            assertEquals(List.of("g1", "g0", "g2"), Rows.texts(node.table(0), "Gene"), "the highest means first");
        }
    }

    @Test
    void hostileNamesStayTexts() throws IOException, InterruptedException {
        final var hostile = PageInBrowser.HOSTILE;
        final var data = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1}, {0}})),
            new Frame(new String[]{"a", "b"}, Map.of("cell_type", TestData.categorical(hostile, "other"))),
            new Frame(new String[]{hostile}, Map.of()));
        final var pointAtADot = "document.querySelector('.drawing g circle').dispatchEvent(new MouseEvent('mousemove', "
            + "{ bubbles: true, clientX: 300, clientY: 100 })); document.querySelector('input').click();";
        try (var source = SourceNodeFactory.of(data); var node = node().run(source.<PortObject> output(0))) {
            final var dom = PageInBrowser.dom(m_folder, view(), null, pointAtADot, node.host().internals());
            PageInBrowser.assertHarmless(dom);
            assertTrue(dom.contains("100.0 % of 1 cells express it"), "the dot under the pointer is told");
        }
    }
}
