package org.scelmo.nodes.preprocessing.concatenate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class ConcatenateAnnDataNodeFactoryTest {

    private static final float[][] X = {{3, 0, 1.5f}, {0, 2, 0}};

    /** Two cells of these names with these genes; three genes at most. */
    private static AnnData data(final String cells, final String genes) {
        final var names = genes.split(" ");
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("type", TestData.categorical("T", "B"));
        final var x = new float[][]{Arrays.copyOf(X[0], names.length), Arrays.copyOf(X[1], names.length)};
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), new Frame(cells.split(" "), obs),
            new Frame(names, Map.of()));
    }

    private static TestNode node() {
        return TestNode.of(ConcatenateAnnDataNodeFactory::new);
    }

    private static PortObject[] ports(final AnnData... data) {
        return Arrays.stream(data).map(d -> SourceNodeFactory.of(d).<PortObject> output(0)).toArray(PortObject[]::new);
    }

    private static AnnData joined(final TestNode node, final AnnData... data) throws IOException {
        return node.run(ports(data)).<AnnDataPortObject> output(0).open();
    }

    private static float[][] dense(final RowBlocks x) throws IOException {
        final var dense = new float[(int)x.rows()][x.columns()];
        try (var cursor = x.open()) {
            int row = 0;
            for (var block = cursor.next(100); block != null; block = cursor.next(100)) {
                for (int i = 0; i < block.rows(); i++, row++) {
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        dense[row][block.indices()[e]] = block.values()[e];
                    }
                }
            }
        }
        return dense;
    }

    private static List<String> texts(final AnnData data, final String column) {
        final var values = data.obs().column(column).orElseThrow();
        return IntStream.range(0, values.size()).mapToObj(values::text).toList();
    }

    @Test
    void commonGenesOfAllCellsAreJoinedWithTheNumberOfTheirPort() throws IOException {
        try (var node = node()) {
            final var joined = joined(node, data("a b", "g1 g2 g3"), data("c d", "g3 g4 g1"));
            assertArrayEquals(new String[]{"g1", "g3"}, joined.var().index());
            assertArrayEquals(new String[]{"a", "b", "c", "d"}, joined.obs().index());
            assertArrayEquals(new float[][]{{3, 1.5f}, {0, 0}, {1.5f, 3}, {0, 0}}, dense(joined.x().orElseThrow()));
            assertEquals(List.of("1", "1", "2", "2"), texts(joined, "batch"));
            assertEquals("", node.warning());
        }
    }

    @Test
    void allGenesMayBeKeptAndBeZeroWhereAbsent() throws IOException {
        try (var node = node().set("genes", "ALL")) {
            final var joined = joined(node, data("a b", "g1 g2"), data("c d", "g3 g1"));
            assertArrayEquals(new String[]{"g1", "g2", "g3"}, joined.var().index());
            assertArrayEquals(new float[][]{{3, 0, 0}, {0, 2, 0}, {0, 0, 3}, {2, 0, 0}},
                dense(joined.x().orElseThrow()));
        }
    }

    @Test
    void portsCanBeAddedAndDataBeNamed() throws IOException {
        try (var node = TestNode.withPort(ConcatenateAnnDataNodeFactory::new, "AnnData", AnnDataPortObject.class)
            .set("names", " young \n\nold\nvery old\n").set("label", "sample")) {
            final var joined = joined(node, data("a b", "g1"), data("c d", "g1"), data("e f", "g1"));
            assertEquals(List.of("young", "young", "old", "old", "very old", "very old"), texts(joined, "sample"));
            final var label = (CategoricalColumn)joined.obs().column("sample").orElseThrow();
            assertEquals(List.of("young", "old", "very old"), label.categories());
        }
    }

    @Test
    void namesThatRepeatGetTheNameOfTheirData() throws IOException {
        try (var node = node().set("names", "x\ny")) {
            final var joined = joined(node, data("a b", "g1"), data("b c", "g1"));
            assertArrayEquals(new String[]{"a-x", "b-x", "b-y", "c-y"}, joined.obs().index());
            assertTrue(node.warning().contains("'a-x'"), node.warning());
        }
        try (var node = node().set("cellNames", "ALWAYS")) {
            final var joined = joined(node, data("a b", "g1"), data("c d", "g1"));
            assertArrayEquals(new String[]{"a-1", "b-1", "c-2", "d-2"}, joined.obs().index());
            assertEquals("", node.warning());
        }
    }

    @Test
    void namesThatRepeatWithinOneOfTheDataAreTold() throws IOException {
        try (var node = node()) {
            joined(node, data("a a", "g1"), data("c d", "g1"));
            assertTrue(node.warning().contains("the same name: 'a'"), node.warning());
        }
    }

    @Test
    void aTakenNameOfTheAnnotationGetsANumber() throws IOException {
        final var old = data("a b", "g1");
        try (var node = node()) {
            final var joined =
                joined(node, old.withObs(old.obs().with("batch", TestData.categorical("x", "y"))), data("c d", "g1"));
            assertEquals(List.of("1", "1", "2", "2"), texts(joined, "batch (#1)"));
            assertEquals(Arrays.asList("x", "y", null, null), texts(joined, "batch"));
        }
    }

    @Test
    void annotationsMayBeThoseThatAllDataHave() throws IOException {
        final var more = data("a b", "g1");
        final var extended = more.withObs(more.obs().with("donor", TestData.categorical("x", "y")));
        try (var node = node().set("annotations", "COMMON")) {
            assertEquals(Set.of("type", "batch"),
                joined(node, extended, data("c d", "g1")).obs().columns().keySet());
        }
        try (var node = node()) {
            assertEquals(Arrays.asList("x", "y", null, null),
                texts(joined(node, extended, data("c d", "g1")), "donor"));
        }
    }

    @Test
    void embeddingsAndLayersOfAllAreJoinedAndOthersNamed() throws IOException {
        final var plane = DenseMatrix.of(new float[][]{{1, 2}, {3, 4}}, 2);
        final var first = data("a b", "g1 g2").withObsm("X_pca", plane).withObsm("X_umap", plane)
            .withLayer("counts", RowBlocks.of(CsrMatrix.fromDense(new float[][]{{7, 0}, {0, 8}})));
        final var second = data("c d", "g2 g1").withObsm("X_pca", plane)
            .withLayer("counts", RowBlocks.of(CsrMatrix.fromDense(new float[][]{{9, 0}, {0, 0}})));
        try (var node = node()) {
            final var joined = joined(node, first, second);
            assertArrayEquals(new float[][]{{1, 2}, {3, 4}, {1, 2}, {3, 4}}, joined.obsm().get("X_pca").copy(0, 4));
            assertArrayEquals(new float[][]{{7, 0}, {0, 8}, {0, 9}, {0, 0}}, dense(joined.layers().get("counts")));
            assertTrue(node.warning().contains("'obsm/X_umap'"), node.warning());
        }
    }

    @Test
    void originsAreKeptForTheCheckOfWhatIsScored() throws IOException {
        final var noted = Origins.note(Map.of(), Origins.obs("type"), Origins.obsm("X_pca"));
        try (var node = node()) {
            final var joined = joined(node, data("a b", "g1").withUns(Origins.KEY, noted.get(Origins.KEY)),
                data("c d", "g1").withUns("title", "dropped"));
            assertEquals(Set.of("obsm/X_pca"), Origins.of(joined.uns(), Origins.obs("type")));
            assertEquals(Set.of(Origins.KEY), joined.uns().keySet());
        }
    }

    @Test
    void mixturesOfCountsAndNormalizedDataAreTold() {
        final var counts = data("a b", "g1 g2").withX(RowBlocks.of(CsrMatrix.fromDense(new float[][]{{5, 1}, {0, 3}})));
        try (var node = node().set("names", "new\nold")) {
            node.run(ports(counts, data("c d", "g1 g2 g3")));
            assertTrue(node.warning().contains("counts in 'new', but normalized in 'old'"), node.warning());
        }
        try (var node = node()) {
            assertEquals("", node.run(ports(counts, TestData.renamed(counts, "c", "d"))).warning());
        }
    }

    @Test
    void fewCommonGenesAreTold() {
        try (var node = node()) {
            final var warning = node.run(ports(data("a b", "g1 g2 g3"), data("c d", "g3"))).warning();
            assertTrue(warning.contains("Only 1 genes") && warning.contains("Map Gene Identifiers"), warning);
        }
    }

    @Test
    void whatCannotBeJoinedIsRefused() {
        final var plain = data("a b", "g1 g2");
        check(node(), "No gene is in all", plain, data("c d", "ENSG1 ENSG2"));
        check(node(), "'g1' occurs more than once in the data '2'", plain, data("c d", "g1 g1"));
        check(node(), "no expression matrix X", plain, data("c d", "g1 g2").withoutMatrices());
        check(node().set("cellNames", "NEVER"), "'b' belongs to more than one", plain, data("b c", "g1"));
        check(node().set("names", "x\ny\nz"), "2 data are connected, but 3 names", plain, data("c d", "g1"));
        assertTrue(refused(p -> p.m_names = "x\n x").contains("Several data are called 'x'"));
        assertTrue(refused(p -> p.m_label = " ").contains("no name"));
    }

    private static String refused(final Consumer<ConcatenateAnnDataParameters> change) {
        final var parameters = new ConcatenateAnnDataParameters();
        change.accept(parameters);
        return assertThrows(InvalidSettingsException.class, parameters::validate).getMessage();
    }

    private static void check(final TestNode node, final String expected, final AnnData... data) {
        try (node) {
            final var message = node.failure(ports(data));
            assertTrue(message.contains(expected), message);
        }
    }

    @Test
    void dataWithoutCellsAreJoinedToo() throws IOException {
        try (var node = node()) {
            final var none = data("c d", "g1 g2").select(new int[0], new int[]{0, 1});
            assertEquals(2, joined(node, data("a b", "g1 g2"), none).cells());
        }
    }

    @Test
    void whatIsKnownBeforeExecutionIsToldToTheNextNode() {
        final var first = data("a b", "g1 g2");
        final var obs = first.obs().with("n", new IntegerColumn(new long[]{1, 2}, null));
        final var more = first.withObs(obs).withObsm("X_pca", DenseMatrix.of(new float[2][5], 5));
        final var second = data("c d", "g1");
        final var other = second.withObs(new Frame(second.obs().index(), Map.of("n",
            new RealColumn(new double[]{1, 2}), "type", TestData.categorical("NK", "T"))))
            .withObsm("X_pca", DenseMatrix.of(new float[2][5], 5))
            .withObsm("X_umap", DenseMatrix.of(new float[2][2], 2));
        try (var node = node()) {
            final var outline = spec(node, more, other).outline();
            assertEquals(4, outline.cells());
            assertEquals(AnnDataOutline.UNKNOWN, outline.genes());
            assertEquals(new ColumnOutline("type", Kind.CATEGORICAL, List.of("T", "B", "NK")), outline.obs().get(0));
            assertEquals(new ColumnOutline("n", Kind.REAL, List.of()), outline.obs().get(1));
            assertEquals(new ColumnOutline("batch", Kind.CATEGORICAL, List.of("1", "2")), outline.obs().get(2));
            assertEquals(Map.of("X_pca", 5), outline.obsm());
            assertTrue(outline.hasExpression());
            final var executed = node.run(ports(more, other)).<AnnDataPortObject> output(0).getSpec().outline();
            assertEquals(outline.obs(), executed.obs());
            assertEquals(outline.obsm(), executed.obsm());
        }
    }

    private static AnnDataPortObjectSpec spec(final TestNode node, final AnnData... data) {
        node.configure(Arrays.stream(data).map(d -> new AnnDataPortObjectSpec(AnnDataOutline.of(d, List.of())))
            .toArray(PortObjectSpec[]::new));
        return (AnnDataPortObjectSpec)node.host().outputSpec(0);
    }

    @Test
    void nothingIsToldIfTheSizeOfAnEmbeddingIsNotKnown() {
        try (var node = node()) {
            final var known = new AnnDataPortObjectSpec(AnnDataOutline.of(data("a b", "g1"), List.of()));
            node.configure(known, new AnnDataPortObjectSpec(
                known.outline().withObsm("X_adaptor", AnnDataOutline.UNKNOWN, "not executed")));
            assertNull(node.host().outputSpec(0));
        }
    }

    @Test
    void theNumberOfCellsIsNotKnownIfItIsNotKnownOfOne() {
        try (var node = node()) {
            final var known = new AnnDataPortObjectSpec(AnnDataOutline.of(data("a b", "g1"), List.of()));
            node.configure(known, known);
            assertEquals(4, ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline().cells());
            node.configure(known, new AnnDataPortObjectSpec(known.outline().reduced("filtered")));
            assertEquals(AnnDataOutline.UNKNOWN,
                ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline().cells());
        }
    }

    @Test
    void annotationsOfGenesThatAgreeStay() throws IOException {
        final var first = data("a b", "g1 g2");
        final var second = data("c d", "g2 g1");
        try (var node = node()) {
            final var joined = joined(node, first.withVar(genes(first, "E1", "E2")),
                second.withVar(genes(second, "E2", "E1")));
            assertEquals("E2", joined.var().column("id").orElseThrow().text(1));
        }
        try (var node = node()) {
            assertEquals(Set.of(), joined(node, first.withVar(genes(first, "E1", "E2")),
                second.withVar(genes(second, "E9", "E1"))).var().columns().keySet());
        }
    }

    private static Frame genes(final AnnData data, final String... ids) {
        return data.var().with("id", new StringColumn(ids));
    }
}
