package org.scelmo.nodes.insilico.delete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class InSilicoDeleteNodeFactoryTest {

    private TestNode m_source;

    @TempDir
    Path m_folder;

    private AnnDataPortObject m_data;

    private EmbeddingPortObject m_vectors;

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
        m_data = m_source.output(0);
        m_vectors = m_source.output(1);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    /** B cells against T cells, of one donor. */
    private static TestNode node() {
        return TestNode.of(InSilicoDeleteNodeFactory::new).set("condition", "cell_type").set("control", "B")
            .set("disease", "T").set("bootstraps", 20);
    }

    @Test
    void scoresTheDeletionOfEveryGeneAndOfPairs() {
        // mean B = (3 + 2 + 1) g0 / 3 = (2, 0); mean T = 5 g1 / 2 = (0, 5): orthogonal; g2 has no vector
        try (var node = node().set("mode", "SUM").set("where", "DISEASE").set("pairs", 2).run(m_data, m_vectors)) {
            final var scores = node.table(0);
            assertEquals(List.of("g0", "g3", "g1"), Rows.texts(scores, "Gene"));
            assertEquals(0, Rows.number(scores, "Row0", "CS old"), 1e-12);
            assertEquals(0, Rows.number(scores, "Row0", "Score"), 1e-12);
            assertNull(Rows.cells(scores, "Score").get(2), "nothing is left of the T cells without g1");
            assertEquals(List.of("g0"), Rows.texts(node.table(1), "Gene 1"));
            assertTrue(node.warning().contains("1 of 4 genes have no vector"), node.warning());
            assertTrue(node.warning().contains("1 of 6 cells are neither control nor disease"), node.warning());
        }
    }

    @Test
    void deletesOnlyTheGenesOfTheListOrTheMarkers() {
        try (var node = node().set("genes", "LIST").set("list", "g1, g3\nnone").run(m_data, m_vectors)) {
            assertEquals(2, node.table(0).size());
            assertTrue(node.warning().contains("1 of 3 genes of the list"), node.warning());
        }
        try (var node = node().set("genes", "MARKERS").set("markers", 1).run(m_data, m_vectors)) {
            assertEquals(List.of("g1"), Rows.texts(node.table(0), "Gene"));
        }
    }

    @Test
    void deletesTheGenesOfAConnectedTable() {
        final var spec = new DataTableSpec(org.scelmo.nodes.support.Tables.column("Symbol", StringCell.TYPE));
        final var genes = Tables.of(spec, new DataCell[]{new StringCell("g3")}, new DataCell[]{new StringCell("g2")},
            new DataCell[]{DataType.getMissingCell()});
        try (var node = TestNode.withPort(InSilicoDeleteNodeFactory::new, "Genes", BufferedDataTable.class)
            .set("condition", "cell_type").set("control", "B").set("disease", "T").set("bootstraps", 5)) {
            node.run(m_data, m_vectors, genes);
            assertEquals(List.of("g3"), Rows.texts(node.table(0), "Gene"));
            assertTrue(node.warning().contains("1 of 2 genes of the list are not in the data or have no vector: 'g2'"),
                node.warning());
            assertTrue(node.warning().contains("1 rows name no gene"), node.warning());
        }
        try (var node = TestNode.withPort(InSilicoDeleteNodeFactory::new, "Genes", BufferedDataTable.class)
            .set("condition", "cell_type").set("control", "B").set("disease", "T")) {
            assertEquals("The table of genes names none.", node.failure(m_data, m_vectors, Tables.of(spec)));
        }
    }

    @Test
    void deletesEachGeneSetAtOnce() throws IOException {
        final var file = Files.writeString(m_folder.resolve("sets.gmt"),
            "BOTH\t\tg0\tg3\tg9\nONE\t\tg3\nGONE\t\tg2\tx\nEMPTY\t\nONE\t\tg3\n");
        try (var node = sets(node().set("mode", "SUM"), file).run(m_data, m_vectors)) {
            final var sets = node.table(2);
            assertEquals(List.of("ONE", "BOTH"), Rows.texts(sets, "Gene set"));
            assertEquals(List.of("g3", "g0, g3"), Rows.texts(sets, "Genes"));
            assertEquals(2, Rows.number(sets, "Row1", "Genes deleted"));
            assertEquals(3, Rows.number(sets, "Row1", "Set size"));
            assertEquals(0, Rows.number(sets, "Row0", "Score"), 1e-12);
            assertNull(Rows.cells(sets, "Score").get(1), "nothing is left of the B cells without g0");
            assertEquals(0, Rows.number(sets, "Row0", "CI low"), 1e-6);
            assertEquals(0, Rows.number(sets, "Row0", "CI high"), 1e-6);
            assertNull(Rows.cells(sets, "CI low").get(1));
            assertTrue(node.warning().contains("1 of 3 gene sets have no gene that is in the data"), node.warning());
            assertTrue(node.warning().contains("1 sets of the file have no genes: 'EMPTY'"), node.warning());
            assertTrue(node.warning().contains("1 sets come again in the file, with the same genes: 'ONE'"),
                node.warning());
        }
        Files.writeString(file, "GONE\t\tx\ty\n");
        try (var node = sets(node(), file)) {
            assertTrue(node.failure(m_data, m_vectors).startsWith("None of the 1 gene sets has a gene"));
        }
        Files.writeString(file, "<!DOCTYPE html>\n<html><body>Please log in</body></html>");
        try (var node = sets(node(), file)) {
            assertEquals("sets.gmt, line 1: this is a web page or another markup file, not gene sets.",
                node.failure(m_data, m_vectors));
        }
        Files.writeString(file, "no tabs");
        try (var node = sets(node(), file)) {
            assertEquals("sets.gmt, line 1: 'no tabs' has no tab.", node.failure(m_data, m_vectors));
        }
    }

    private static TestNode sets(final TestNode node, final Path file) {
        return node.location("sets", "LOCAL", null, file.toString());
    }

    @Test
    void cellTypesWithTooFewCellsForMarkersAreLeftOut() {
        final var obs = new LinkedHashMap<String, Column>();
        obs.put("state", TestData.categorical("well", "well", "ill", "ill", "well", "ill"));
        obs.put("type", TestData.categorical("a", "a", "a", "a", "b", "b"));
        final var cells = TestData.cells();
        final var data = AnnData.of(cells.x().orElseThrow(), new Frame(cells.obs().index(), obs), cells.var());
        try (var source = SourceNodeFactory.of(data); var node = node().set("condition", "state")
            .set("control", "well").set("disease", "ill").set("cellType", "type").set("genes", "MARKERS")) {
            node.run(source.<AnnDataPortObject>output(0), m_vectors);
            assertEquals(List.of("a", "a", "a"), Rows.texts(node.table(0), "Cell type"));
            assertTrue(node.warning().contains("'b' was left out: it has 1 control and 1 disease cells."),
                node.warning());
        }
    }

    @Test
    void listsAreWarnedAboutOnce() {
        final var obs = new LinkedHashMap<String, Column>();
        obs.put("state", TestData.categorical("well", "well", "ill", "ill", "well", "ill"));
        obs.put("type", TestData.categorical("a", "b", "a", "b", "a", "b"));
        final var cells = TestData.cells();
        final var data = AnnData.of(cells.x().orElseThrow(), new Frame(cells.obs().index(), obs), cells.var());
        try (var source = SourceNodeFactory.of(data); var node = node().set("condition", "state")
            .set("control", "well").set("disease", "ill").set("cellType", "type").set("genes", "LIST")
            .set("list", "g0 none")) {
            node.run(source.<AnnDataPortObject>output(0), m_vectors);
            assertEquals(2, node.table(0).size());
            assertEquals(2, node.warning().split("of the list", -1).length, node.warning());
        }
    }

    /** Gene factors of a trained adaptor have 32 dimensions, and any length will do. */
    @Test
    void vectorsMayHaveAnyLength() {
        final var factors = new float[3][32];
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 32; k++) {
                factors[j][k] = (float)Math.sin(1 + 7 * j + k);
            }
        }
        final var embedding = SourceNodeFactory.embedding(List.of("g0", "g1", "g2"), factors);
        try (var source = SourceNodeFactory.of(TestData.cells(), embedding);
                var node = node().set("mode", "SUM").run(m_data, source.output(1))) {
            // mean B = 2 g0 + g2, mean T = 2.5 g1 + 0.5 g2, and without g2
            final double before = cosine(factors, new double[]{2, 0, 1}, new double[]{0, 2.5, 0.5});
            final double after = cosine(factors, new double[]{2, 0, 0}, new double[]{0, 2.5, 0});
            final int row = Rows.texts(node.table(0), "Gene").indexOf("g2");
            assertEquals(before, Rows.number(node.table(0), "Row" + row, "CS old"), 1e-9);
            assertEquals(after - before, Rows.number(node.table(0), "Row" + row, "Score"), 1e-9);
        }
    }

    private static double cosine(final float[][] factors, final double[] a, final double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < factors[0].length; k++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < a.length; j++) {
                x += a[j] * factors[j][k];
                y += b[j] * factors[j][k];
            }
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** The values of the data are c0: B, c1: B, c2: T, c3: T, c4: B, c5: none. */
    @Test
    void aGroupOfOneCellHasScoresButNoMarkers() {
        final var obs = new LinkedHashMap<String, Column>();
        obs.put("state", TestData.categorical("ill", "well", "well", "well", "well", null));
        final var cells = TestData.cells();
        final var data = AnnData.of(cells.x().orElseThrow(), new Frame(cells.obs().index(), obs), cells.var());
        try (var source = SourceNodeFactory.of(data);
                var node = node().set("condition", "state").set("control", "well").set("disease", "ill")) {
            final AnnDataPortObject input = source.output(0);
            node.run(input, m_vectors);
            assertEquals(3, node.table(0).size());
            assertNull(Rows.cells(node.table(0), "CI low").get(0));
            assertTrue(node.warning().contains("The smaller group has only 1 cells: there are no intervals."),
                node.warning());
            node.set("genes", "MARKERS");
            assertTrue(node.failure(input, m_vectors).contains("'ill'"));
        }
    }

    @Test
    void comparesWithTheMeanOfOthersByBootstrapsIfAsked() {
        final var embedding = SourceNodeFactory.embedding(List.of("g0", "g1", "g2", "g3"),
            new float[][]{{1, 0.5f}, {0.25f, 1}, {1, 1}, {2, 0.125f}});
        try (var source = SourceNodeFactory.of(TestData.cells(), embedding);
                var node = node().set("mode", "SUM").set("bootstraps", 50)) {
            final var ps = new ArrayList<List<String>>();
            for (final var compare : List.of("RANK", "BOOTSTRAP")) {
                node.set("compare", compare).run(m_data, source.output(1));
                ps.add(Rows.texts(node.table(0), "p"));
            }
            assertTrue(ps.get(0).contains("0.25"), "a rank of four: " + ps);
            assertFalse(ps.get(1).contains("0.25"), "no rank: " + ps);
            assertTrue(ps.get(1).stream().anyMatch(Objects::nonNull), ps.toString());
        }
        try (var node = node().set("compare", "BOOTSTRAP").set("bootstraps", 0)) {
            assertEquals("p values by bootstraps need bootstraps, but none are made.",
                node.configureFailure(m_data.getSpec(), m_vectors.getSpec()));
            node.set("matched", 0).run(m_data, m_vectors);
            assertNull(Rows.cells(node.table(0), "p").get(0));
        }
    }

    @Test
    void numbersThatNoMemoryHoldsAreRefused() {
        for (final var setting : List.of("bootstraps", "matched", "pairs")) {
            try (var node = node().set(setting, 1_000_000)) {
                assertTrue(node.configureFailure(m_data.getSpec(), m_vectors.getSpec())
                    .startsWith("A number is too large"), setting);
            }
        }
    }

    @Test
    void warnsOfFewCellsFewGenesAndSharedNames() {
        final var cells = TestData.cells();
        final var twice = AnnData.of(cells.x().orElseThrow(), cells.obs(),
            new Frame(new String[]{"g0", "g1", "g1", "g3"}, new LinkedHashMap<>()));
        try (var source = SourceNodeFactory.of(twice); var node = node().run(source.output(0), m_vectors)) {
            assertTrue(node.warning().contains("Several genes bear the same name and are deleted one by one, but "
                + "together in gene sets: 'g1'."), node.warning());
            assertEquals(2, Rows.texts(node.table(0), "Gene").stream().filter("g1"::equals).count());
            assertTrue(node.warning().contains("Only 4 genes have a vector, too few"), node.warning());
            assertTrue(node.warning().contains("The smaller group has only 2 cells: intervals are too narrow."),
                node.warning());
            assertFalse(node.warning().contains("counts"), node.warning());
        }
    }

    @Test
    void warnsOfCounts() {
        final var x = new float[6][1200];
        final var names = new String[1200];
        for (int j = 0; j < names.length; j++) {
            names[j] = "g" + j;
            for (int i = 0; i < x.length; i++) {
                x[i][j] = (i + j) % 3;
            }
        }
        final var genes = new Frame(names, new LinkedHashMap<>());
        final var counts = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), TestData.cells().obs(), genes);
        try (var source = SourceNodeFactory.of(counts); var node = node().run(source.output(0), m_vectors)) {
            assertTrue(node.warning().contains("X looks like counts"), node.warning());
        }
        x[2][1100] = Float.NaN;
        final var damaged = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), TestData.cells().obs(), genes);
        try (var source = SourceNodeFactory.of(damaged); var node = node()) {
            assertEquals("The expression matrix X holds NaN in cell 'c2', gene 'g1100'.",
                node.failure(source.output(0), m_vectors));
        }
    }

    @Test
    void treatsEachCellTypeOnItsOwn() {
        try (var node = node().set("cellType", "donor").run(m_data, m_vectors)) {
            assertEquals(List.of("d1", "d1", "d1"), Rows.texts(node.table(0), "Cell type"));
            assertTrue(node.warning().contains("'d2' was left out"), node.warning());
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        try (var node = node().set("disease", "B")) {
            assertEquals("Control and disease are both 'B'.", node.configureFailure(m_data.getSpec(),
                m_vectors.getSpec()));
        }
        try (var node = node().set("condition", "nothing")) {
            assertEquals("The cells have no annotation 'nothing'.", node.configureFailure(m_data.getSpec(),
                m_vectors.getSpec()));
        }
        try (var node = TestNode.of(InSilicoDeleteNodeFactory::new)) {
            assertEquals("The two groups of cells are not chosen.", node.configureFailure(m_data.getSpec(),
                m_vectors.getSpec()));
        }
        try (var node = node().set("disease", "NK")) {
            assertEquals("No cell has the condition 'NK'.", node.failure(m_data, m_vectors));
        }
        try (var node = node().set("genes", "LIST").set("list", "x y")) {
            assertTrue(node.failure(m_data, m_vectors).startsWith("None of the 2 genes of the list"));
        }
    }

    @Test
    void refusesVectorsOfZerosAndValuesThatAreNoNumbers() {
        final var zeros = SourceNodeFactory.embedding(List.of("g0", "g1"), new float[2][2]);
        try (var source = SourceNodeFactory.of(nan(), zeros); var node = node()) {
            assertEquals("The mean vector of the control cells is zero, so that it has no angle to the other group.",
                node.failure(m_data, source.output(1)));
        }
        try (var source = SourceNodeFactory.of(nan(), zeros); var node = node()) {
            final var failure = node.failure(source.output(0), m_vectors);
            assertTrue(failure.contains("NaN in cell 'c1', gene 'g1'"), failure);
        }
    }

    @Test
    void refusesVectorsThatAreNoNumbers() {
        final var embedding =
            SourceNodeFactory.embedding(List.of("g0", "g1"), new float[][]{{1, 2}, {3, Float.POSITIVE_INFINITY}});
        try (var source = SourceNodeFactory.of(TestData.cells(), embedding); var node = node()) {
            assertEquals("The matrix of gene vectors holds Infinity in gene 'g1', dimension 1.",
                node.failure(m_data, source.output(1)));
        }
    }

    private static AnnData nan() {
        final var x = new float[6][4];
        x[1][1] = Float.NaN;
        return TestData.cells().withX(RowBlocks.of(CsrMatrix.fromDense(x)));
    }
}
