package org.scelmo.nodes.preprocessing.cellsplitter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.preprocessing.cellsplitter.CellSplitterParameters.By;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class CellSplitterNodeFactoryTest {

    private static final int CELLS = 10;

    /** Cell i expresses i + 1 of gene i % 2; clusters a, b, c; no quality of the last cell. */
    private static AnnData data() {
        final var x = new float[CELLS][2];
        final var names = new String[CELLS];
        final var clusters = new String[CELLS];
        final var quality = new double[CELLS];
        final var counts = new long[CELLS];
        final var texts = new String[CELLS];
        for (int i = 0; i < CELLS; i++) {
            x[i][i % 2] = i + 1;
            names[i] = "cell " + i;
            clusters[i] = i < 4 ? "a" : i < 8 ? "b" : "c";
            quality[i] = i == CELLS - 1 ? Double.NaN : i / 10.0;
            counts[i] = 100L * i;
            texts[i] = i == 0 ? null : "CD" + i % 3;
        }
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("cluster", TestData.categorical(clusters));
        obs.put("quality", new RealColumn(quality));
        obs.put("counts", new IntegerColumn(counts, null));
        obs.put("text", new StringColumn(texts));
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), new Frame(names, obs),
            new Frame(new String[]{"g0", "g1"}, Map.of())).withObsm("X_pca", DenseMatrix.of(x, 2))
            .withLayer("counts", RowBlocks.of(CsrMatrix.fromDense(x)));
    }

    private static TestNode node() {
        return TestNode.of(CellSplitterNodeFactory::new);
    }

    private static AnnData output(final TestNode node, final int port) throws IOException {
        return node.<AnnDataPortObject> output(port).open();
    }

    private static void check(final TestNode node, final int... chosen) throws IOException {
        try (node; var source = SourceNodeFactory.of(data())) {
            node.run(source.<PortObject> output(0));
            final var all = Arrays.stream(chosen).mapToObj(i -> "cell " + i).toArray(String[]::new);
            assertArrayEquals(all, output(node, 0).obs().index());
            final var others = new ArrayList<>(Arrays.asList(data().obs().index()));
            others.removeAll(List.of(all));
            assertEquals(others, Arrays.asList(output(node, 1).obs().index()));
        }
    }

    private static TestNode byValues(final String annotation, final String... values) {
        return node().set("annotation", annotation).columns("values", values);
    }

    private static TestNode byNumbers(final String annotation) {
        return node().set("by", "RANGE").set("numbers", annotation);
    }

    @Test
    void valuesOfAnAnnotationChooseCells() throws IOException {
        check(byValues("cluster", "a", "c"), 0, 1, 2, 3, 8, 9);
        check(byValues("counts", "200", "700"), 2, 7);
    }

    @Test
    void cellsWithoutTheAnnotationAreAmongTheOthers() throws IOException {
        check(byValues("text", "CD0"), 3, 6, 9);
        try (var node = byValues("text", "CD0"); var source = SourceNodeFactory.of(data())) {
            node.run(source.<PortObject> output(0));
            assertTrue(node.warning().contains("1 of 10 cells have no 'text'"), node.warning());
        }
    }

    @Test
    void boundsBelongToTheRange() throws IOException {
        check(byNumbers("quality").setOptional("min", 0.6), 6, 7, 8);
        check(byNumbers("counts").setOptional("min", 200).setOptional("max", 400), 2, 3, 4);
        check(byNumbers("quality").setOptional("max", 0.1), 0, 1);
    }

    @Test
    void aRandomShareIsThatOfScikitLearn() throws IOException {
        // train_test_split(train_size=0.8, random_state=2023)
        check(node().set("by", "RANDOM"), 0, 1, 3, 4, 5, 6, 7, 9);
    }

    @Test
    void aStratifiedShareHasAllValuesInBothParts() throws IOException {
        try (var node = node().set("by", "RANDOM").set("share", 0.5).set("strata", "cluster");
                var source = SourceNodeFactory.of(data())) {
            node.run(source.<PortObject> output(0));
            for (int port = 0; port < 2; port++) {
                final var column = (CategoricalColumn)output(node, port).obs().column("cluster").orElseThrow();
                assertEquals(List.of("a", "b", "c"), column.categories());
            }
        }
    }

    @Test
    void everythingThatBelongsToTheCellsIsCut() throws IOException {
        try (var node = byValues("cluster", "b"); var source = SourceNodeFactory.of(data())) {
            node.run(source.<PortObject> output(0));
            final var chosen = output(node, 0);
            for (final var matrix : List.of(chosen.x().orElseThrow(), chosen.layers().get("counts"))) {
                try (var cursor = matrix.open()) {
                    final var cells = cursor.next(CELLS);
                    assertArrayEquals(new float[]{5, 6, 7, 8}, cells.values());
                    assertArrayEquals(new int[]{0, 1, 0, 1}, cells.indices());
                }
            }
            assertEquals(4, chosen.obsm().get("X_pca").rows());
            final var clusters = (CategoricalColumn)chosen.obs().column("cluster").orElseThrow();
            assertEquals(List.of("b"), clusters.categories());
        }
    }

    @Test
    void annotationsAreKnownBeforeExecutionButNotHowManyCellsThereAre() {
        try (var node = byValues("cluster", "b"); var source = SourceNodeFactory.of(data())) {
            node.configure(source.output(0).getSpec());
            for (int port = 0; port < 2; port++) {
                final var told = ((AnnDataPortObjectSpec)node.host().outputSpec(port)).outline();
                assertEquals(AnnDataOutline.UNKNOWN, told.cells());
                assertEquals(List.of("cluster", "quality", "counts", "text"),
                    told.obs().stream().map(ColumnOutline::name).toList());
                assertEquals(Map.of("X_pca", 2), told.obsm());
            }
        }
    }

    @Test
    void rowsOfATableChooseCellsAndUnknownOnesAreTold() throws IOException {
        final var spec = new DataTableSpec(org.scelmo.nodes.support.Tables.column("Cell", StringCell.TYPE));
        final var table = Tables.of(spec, new DataCell[]{new StringCell("cell 7")},
            new DataCell[]{new StringCell("cell 2")}, new DataCell[]{new StringCell("cell 77")});
        try (var node = TestNode.withPort(CellSplitterNodeFactory::new, "Cells", BufferedDataTable.class);
                var source = SourceNodeFactory.of(data())) {
            node.run(source.<PortObject> output(0), table);
            assertArrayEquals(new String[]{"cell 2", "cell 7"}, output(node, 0).obs().index());
            assertTrue(node.warning().contains("1 of the 3 cells of the table are not in the data"), node.warning());
        }
    }

    @Test
    void anEmptyPartIsTold() {
        assertTrue(warning(byValues("cluster", "z")).contains("No cell is chosen"));
        assertTrue(warning(byValues("cluster", "a", "b", "c")).contains("All cells are chosen"));
    }

    private static String warning(final TestNode node) {
        try (node; var source = SourceNodeFactory.of(data())) {
            return node.run(source.<PortObject> output(0)).warning();
        }
    }

    private static String failure(final TestNode node) {
        try (node; var source = SourceNodeFactory.of(data())) {
            return node.failure(source.<PortObject> output(0));
        }
    }

    private static String refused(final Consumer<CellSplitterParameters> change) {
        final var parameters = new CellSplitterParameters();
        change.accept(parameters);
        return assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
    }

    @Test
    void whatCannotChooseIsRefused() {
        assertTrue(failure(node()).contains("No annotation is chosen"));
        assertTrue(failure(byValues("leiden", "1")).contains("'leiden'"));
        assertTrue(failure(byValues("quality", "0.1")).contains("real numbers"));
        assertTrue(failure(byNumbers("cluster").setOptional("min", 1)).contains("no numbers"));
        assertTrue(failure(byNumbers("quality")).contains("no bounds"));
        assertTrue(refused(p -> {
            p.m_by = By.RANGE;
            p.m_min = Optional.of(2.0);
            p.m_max = Optional.of(1.0);
        }).contains("at least 2.0"));
        assertTrue(refused(p -> {
            p.m_by = By.RANDOM;
            p.m_share = 1;
        }).contains("between 0 and 1"));
        assertTrue(failure(node().set("by", "RANDOM").set("share", 0.01)).contains("cannot be split"));
        assertTrue(failure(node().set("by", "RANDOM").set("strata", "counts")).contains("Only one cell is"));
    }
}
