package org.scelmo.nodes.visualization.embeddingplot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class EmbeddingPlotNodeFactoryTest {

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
        return TestNode.of(EmbeddingPlotNodeFactory::new);
    }

    private static ViewSheet view() {
        return NodeSheet.of(new EmbeddingPlotNodeFactory()).view().orElseThrow();
    }

    private static EmbeddingPlotStart start(final EmbeddingPlotParameters parameters, final PortObject... internals) {
        return (EmbeddingPlotStart)view().initialData(parameters, internals).orElseThrow();
    }

    private EmbeddingPlotService service() {
        return (EmbeddingPlotService)view().services(new EmbeddingPlotParameters(), m_data).get("");
    }

    private static ByteBuffer decoded(final String base64) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static float[] floats(final String base64) {
        final var bytes = decoded(base64);
        final var values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Test
    void theNodeKeepsItsInputForTheView() {
        try (var node = node().run(m_data)) {
            final var start = start(new EmbeddingPlotParameters(), node.host().internals());
            assertNull(start.message());
            assertEquals(6, start.cells());
            assertEquals("X_plane", start.embedding());
            assertEquals(List.of(new EmbeddingPlotStart.Slot("X_plane", 2)), start.embeddings());
            assertEquals("cell_type", start.color());
            assertTrue(start.hasGenes());
        }
    }

    @Test
    void theViewStartsWithWhatIsChosen() {
        final var parameters = new EmbeddingPlotParameters();
        parameters.m_color = "score";
        assertEquals("score", start(parameters, m_data).color());
        parameters.m_color = "an annotation of other data";
        assertEquals("cell_type", start(parameters, m_data).color());
    }

    @Test
    void aUmapComesFirst() {
        final var plane = DenseMatrix.of(new float[6][3], 3);
        try (var source = SourceNodeFactory.of(TestData.cells().withObsm("X_umap", plane).withObsm("z", plane))) {
            assertEquals("X_umap", start(new EmbeddingPlotParameters(), source.<PortObject> output(0)).embedding());
        }
    }

    @Test
    void theViewOfACopiedNodeSaysWhatToDo() {
        assertTrue(start(new EmbeddingPlotParameters(), (PortObject[])null).message().contains("Execute the node"));
    }

    @Test
    void dataWithoutEmbeddingAreRefusedBeforeExecution() {
        final var data = TestData.cells();
        try (var source = SourceNodeFactory.of(AnnData.of(data.x().orElseThrow(), data.obs(), data.var()));
                var node = node()) {
            assertTrue(node.failure(source.<PortObject> output(0)).contains("no embedding"));
        }
    }

    @Test
    void positionsComeInRuns() throws IOException {
        final var service = service();
        assertArrayEquals(new float[]{1, 0, 2, 0.1f}, floats(service.positions("X_plane", 0, 1, 0, 2)));
        assertArrayEquals(new float[]{3, 0}, floats(service.positions("X_plane", 1, 0, 5, 100)), "the last run");
        assertEquals("", service.positions("X_plane", 0, 1, 6, 100));
        assertThrows(ScelmoException.class, () -> service.positions("X_plane", 0, 2, 0, 1));
        assertThrows(ScelmoException.class, () -> service.positions("none", 0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> service.positions("X_plane", 0, 1, 7, 1));
        assertThrows(IllegalArgumentException.class, () -> service.positions("X_plane", 0, 1, -1, 1));
    }

    @Test
    void categoriesComeAsCodesWithTheirCounts() {
        final var service = service();
        final var legend = service.legend("cell_type");
        assertEquals(List.of("B", "T"), legend.categories());
        assertArrayEquals(new int[]{3, 2}, legend.counts());
        assertEquals(1, legend.missing());
        final var codes = decoded(service.colors("cell_type", 3, 9)).asShortBuffer();
        assertEquals(3, codes.remaining());
        assertEquals(1, codes.get(0));
        assertEquals(0, codes.get(1));
        assertEquals(CellColors.NO_CATEGORY, Short.toUnsignedInt(codes.get(2)), "missing");
        assertEquals(List.of("false"), service.legend("doublet").categories());
    }

    @Test
    void numbersComeAsFloats() {
        final var service = service();
        assertNull(service.legend("score").categories());
        assertEquals(1, service.legend("score").missing());
        assertArrayEquals(new float[]{0.5f, Float.NaN, 1}, floats(service.colors("score", 0, 3)));
        assertArrayEquals(new float[]{2, 1, 0}, floats(service.colors("n_genes", 3, 3)));
        assertThrows(ScelmoException.class, () -> service.legend("none"));
    }

    @Test
    void tooManyValuesAreRefusedByName() {
        final var values = new String[CellColors.NO_CATEGORY];
        for (int i = 0; i < values.length; i++) {
            values[i] = "v" + i;
        }
        final var refused = assertThrows(ScelmoException.class, () -> CellColors.of("ids", new StringColumn(values)));
        assertTrue(refused.getMessage().contains("'ids' has 65,535"), refused.getMessage());
        values[0] = null;
        assertEquals(1, CellColors.of("ids", new StringColumn(values)).missing());
    }

    @Test
    void genesAreFoundByAnyOfTheirNames() throws IOException {
        final var service = service();
        assertEquals(1, service.gene("g1"));
        assertEquals(1, service.gene(" cd3e "), "a symbol, in any case");
        assertEquals(List.of("g0", "g1", "g2", "g3"), service.suggest("G"));
        final var unknown = assertThrows(ScelmoException.class, () -> service.gene("XYZ"));
        assertTrue(unknown.getMessage().contains("'XYZ'"));
        assertArrayEquals(new float[]{0, 0, 4, 1, 0, 0}, floats(service.expression(1, 0, 6)));
        assertArrayEquals(new float[]{4, 1}, floats(service.expression(1, 2, 2)));
    }

    @Test
    void namesComeInRuns() {
        assertArrayEquals(new String[]{"c4", "c5"}, service().names(4, 10));
    }

    @Test
    void hostileNamesStayTexts() throws IOException, InterruptedException {
        final var hostile = PageInBrowser.HOSTILE;
        final var data = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1}})),
            new Frame(new String[]{hostile}, Map.of(hostile, TestData.categorical(hostile))),
            new Frame(new String[]{hostile}, Map.of()))
            .withObsm("X_" + hostile, DenseMatrix.of(new float[][]{{1, 2}}, 2));
        final var pointAtTheCell = """
                const points = document.querySelector("canvas.points"); const box = points.getBoundingClientRect();
                points.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + box.width / 2,
                  clientY: box.top + box.height / 2 }));""";
        try (var source = SourceNodeFactory.of(data)) {
            final var dom = PageInBrowser.dom(m_folder, view(), new EmbeddingPlotParameters(), pointAtTheCell,
                source.<PortObject> output(0));
            PageInBrowser.assertHarmless(dom);
            final var note = dom.substring(dom.lastIndexOf("class=\"tooltip\""));
            assertTrue(note.contains("&lt;img src=x"), "the cell under the pointer is told: " + note);
        }
    }

    @Test
    void theLegendHidesAndLassoSelects() throws IOException, InterruptedException {
        final var actions = """
                document.querySelector(".legend li button").click();
                const points = document.querySelector("canvas.points"); const box = points.getBoundingClientRect();
                const at = (type, x, y) => points.dispatchEvent(new PointerEvent(type, { pointerId: 1, shiftKey: true,
                  clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
                points.setPointerCapture = () => {};
                at("pointerdown", 0, 0); at("pointermove", 1, 0); at("pointermove", 1, 1); at("pointermove", 0, 1);
                at("pointerup", 0, 1);""";
        final var dom = PageInBrowser.dom(m_folder, view(), new EmbeddingPlotParameters(), actions, m_data);
        assertTrue(dom.contains("3 of 6 cells selected"), "the three B cells are hidden: " + dom);
        assertTrue(dom.contains("T 66.7 %"), "what is selected is told");
    }
}
