package org.scelmo.nodes.preprocessing.genemapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class MapGeneIdentifiersNodeFactoryTest {

    /** As HGNC names them, among others that are not meant. */
    private static final DataTableSpec SPEC = new DataTableSpec(Arrays
        .stream(new String[]{"hgnc_id", "symbol", "name", "alias_symbol", "alias_name", "prev_symbol", "prev_name",
            "ensembl_gene_id"})
        .map(name -> org.scelmo.nodes.support.Tables.column(name, StringCell.TYPE))
        .toArray(DataColumnSpec[]::new));

    private static final BufferedDataTable GENES = Tables.of(SPEC,
        row("KMT2A", "HRX|TWIN", "MLL|MLL1", "ENSG00000118058"),
        row("CD3E", "T3E|TWIN", "", "ENSG00000198851"), row("LONE", "", "", null));

    private TestNode m_source;

    private AnnDataPortObject m_data;

    private static DataCell[] row(final String symbol, final String alias, final String previous, final String id) {
        return Arrays.stream(new String[]{"HGNC:1", symbol, "a name", alias, "CD3E", previous, "CD3E", id})
            .map(text -> text == null ? DataType.getMissingCell() : new StringCell(text)).toArray(DataCell[]::new);
    }

    /** Sums of the genes: 10, 2, 1, 4, 3. */
    private static AnnData cells() {
        final var x = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{4, 0, 1, 4, 0}, {6, 2, 0, 0, 3}}));
        final var genes = new String[]{"MLL", "ENSG00000198851.7", "TWIN", "HRX", "x"};
        return AnnData.of(x, new Frame(new String[]{"c0", "c1"}, new LinkedHashMap<>()), new Frame(genes,
            new LinkedHashMap<>(Map.of("label", TestData.categorical("a", "b", "a", "c", "b")))))
            .withLayer("counts", x);
    }

    @BeforeEach
    void makeData() {
        m_source = SourceNodeFactory.of(cells(),
            SourceNodeFactory.embedding(List.of("KMT2A", "x"), new float[][]{{1}, {2}}));
        m_data = m_source.output(0);
    }

    @AfterEach
    void dropData() {
        m_source.close();
    }

    private static TestNode node() {
        return TestNode.of(MapGeneIdentifiersNodeFactory::new);
    }

    private static AnnData data(final TestNode node) throws IOException {
        return node.<AnnDataPortObject>output(0).open();
    }

    private static float[][] dense(final RowBlocks x) throws IOException {
        final var rows = new float[(int)x.rows()][x.columns()];
        try (var cursor = x.open()) {
            final var block = cursor.next(10);
            for (int i = 0; i < rows.length; i++) {
                for (int e = block.begin(i); e < block.end(i); e++) {
                    rows[i][block.indices()[e]] = block.values()[e];
                }
            }
        }
        return rows;
    }

    @Test
    void namesGenesBySymbolsAndTellsHowItFoundThem() throws IOException {
        try (var node = node().run(m_data, GENES)) {
            final var var = data(node).var();
            assertArrayEquals(new String[]{"KMT2A", "CD3E", "TWIN", "KMT2A-1", "x"}, var.index());
            assertEquals(List.of("label", "original_name", "found_as"), List.copyOf(var.columns().keySet()));
            assertEquals("ENSG00000198851.7", var.columns().get("original_name").text(1));
            assertEquals("previous symbol", var.columns().get("found_as").text(0));
            assertEquals("3 of 5 genes were mapped (60.0 %), which carry 80.0 % of the expression: Ensembl id 1, "
                + "previous symbol 1, alias 1, ambiguous 1, not found 1.\n"
                + "1 new names belong to several genes, which were numbered: 'KMT2A'.", node.warning());
            final var report = node.table(1);
            assertEquals(List.of("previous symbol", "Ensembl id", "ambiguous", "alias", "not found"),
                Rows.texts(report, "Found as"));
            assertEquals("KMT2A|CD3E", Rows.texts(report, "Candidates").get(2));
            assertEquals("KMT2A", Rows.texts(report, "New name").get(3));
            assertEquals("KMT2A-1", Rows.texts(report, "Name in output").get(3));
            assertEquals(0.5, Rows.number(report, "MLL", "Share of expression"), 1e-12);
        }
    }

    @Test
    void namesGenesByEnsemblIds() throws IOException {
        try (var node = node().set("target", "ENSEMBL").run(m_data, GENES)) {
            assertArrayEquals(new String[]{"ENSG00000118058", "ENSG00000198851", "TWIN", "ENSG00000118058-1", "x"},
                data(node).var().index());
        }
    }

    @Test
    void expressionIsSharedIfGenesOnlyGetOtherNames() {
        try (var node = node().run(m_data, GENES)) {
            final AnnDataPortObject output = node.output(0);
            for (final var part : m_data.parts()) {
                assertEquals(!part.name().equals("var"), output.parts().contains(part), part.name());
            }
        }
    }

    @Test
    void sumsGenesThatGetTheSameName() throws IOException {
        try (var node = node().set("conflicts", "SUM").run(m_data, GENES)) {
            final var data = data(node);
            assertArrayEquals(new String[]{"KMT2A", "CD3E", "TWIN", "x"}, data.var().index());
            final var expected = new float[][]{{8, 0, 1, 0}, {6, 2, 0, 3}};
            assertArrayEquals(expected, dense(data.x().orElseThrow()));
            assertArrayEquals(expected, dense(data.layers().get("counts")));
            assertEquals("a", data.var().columns().get("label").text(0), "of the better found");
            final AnnDataPortObject output = node.output(0);
            assertEquals(4, output.getSpec().outline().genes());
            assertTrue(output.parts().stream().anyMatch(p -> p.name().equals("obs") && m_data.parts().contains(p)));
            assertTrue(output.getSpec().outline().varColumn("original_name").isPresent());
            assertEquals("KMT2A", Rows.texts(node.table(1), "Name in output").get(3));
        }
    }

    @Test
    void keepsTheMostExpressedIfAsked() throws IOException {
        try (var node = node().set("conflicts", "MOST_EXPRESSED").run(m_data, GENES)) {
            assertArrayEquals(new float[][]{{4, 0, 1, 0}, {6, 2, 0, 3}}, dense(data(node).x().orElseThrow()));
            assertNull(Rows.texts(node.table(1), "Name in output").get(3));
            assertEquals("MLL", data(node).var().columns().get("original_name").text(0));
        }
    }

    @Test
    void warnsIfSumsAreNotOfCounts() throws IOException {
        final var logs = cells().withX(
            RowBlocks.of(CsrMatrix.fromDense(new float[][]{{.4f, 0, .1f, .4f, 0}, {.6f, .2f, 0, 0, .3f}})));
        try (var source = SourceNodeFactory.of(logs);
                var node = node().set("conflicts", "SUM").run(source.output(0), GENES)) {
            assertTrue(node.warning().contains("Sums are meant for counts."), node.warning());
        }
    }

    @Test
    void tellsTheCoverageBeforeAndAfter() {
        try (var node = TestNode.withPort(MapGeneIdentifiersNodeFactory::new, "Embedding", EmbeddingPortObject.class)
            .run(m_data, GENES, m_source.output(1))) {
            assertTrue(node.warning().endsWith("Genes with a vector: 1 with 15.0 % of the expression before, 2 with "
                + "65.0 % of the expression now."), node.warning());
        }
    }

    @Test
    void mapsAnotherColumnOfVar() throws IOException {
        try (var source = SourceNodeFactory.of(TestData.cells());
                var node = node().set("geneColumn", "symbol").run(source.output(0), GENES)) {
            assertArrayEquals(new String[]{"g0", "CD3E", "g2", "g3"}, data(node).var().index());
            assertEquals("g1", data(node).var().columns().get("original_name").text(1));
        }
    }

    @Test
    void theSecondTimeItsAnnotationsGetOtherNames() throws IOException {
        try (var first = node().run(m_data, GENES); var node = node().run(first.output(0), GENES)) {
            assertEquals(5, data(node).var().columns().size());
            assertEquals("KMT2A-1", data(node).var().columns().get("original_name (#1)").text(3));
        }
    }

    @Test
    void tellsItsOutputBeforeExecutionIfItCan() {
        try (var node = node().configure(m_data.getSpec(), SPEC)) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertTrue(outline.varColumn("found_as").isPresent());
            assertEquals(5, outline.genes());
        }
        try (var node = node().set("conflicts", "SUM").configure(m_data.getSpec(), SPEC)) {
            assertNull(node.host().outputSpec(0));
            assertNotNull(node.host().outputSpec(1));
        }
    }

    @Test
    void failsIfNoGeneIsInTheTable() {
        final var mouse = Tables.of(SPEC, row("Cd3e", "", "", null));
        try (var node = node()) {
            assertEquals("None of the 5 genes ('MLL', 'ENSG00000198851.7', 'TWIN' and 2 more) is in the table of 1 "
                + "genes.", node.failure(m_data, mouse));
            assertEquals("The table of genes has no rows.", node.failure(m_data, Tables.of(SPEC)));
        }
    }

    @Test
    void checksTheColumnsBeforeExecution() {
        final var symbols = new DataTableSpec(SPEC.getColumnSpec(1));
        try (var node = node().set("target", "ENSEMBL")) {
            assertEquals("No column with Ensembl ids is chosen, and none could be guessed.",
                node.configureFailure(m_data.getSpec(), symbols));
        }
        try (var node = node().set("alias", "synonyms")) {
            assertEquals("The alias column 'synonyms' is missing in the input table.",
                node.configureFailure(m_data.getSpec(), symbols));
        }
        try (var node = node().set("geneColumn", "none")) {
            assertEquals("The annotation 'none' to match genes by is missing in the data.",
                node.configureFailure(m_data.getSpec(), SPEC));
        }
    }

    @Test
    void guessesTheColumnsOfOtherTables() {
        final var mgi = new DataTableSpec(Arrays
            .stream(new String[]{"MGI Accession ID", "Marker Symbol", "Marker Name", "Marker Synonyms (pipe-separated)",
                "Ensembl Accession ID"})
            .map(name -> org.scelmo.nodes.support.Tables.column(name, StringCell.TYPE))
            .toArray(DataColumnSpec[]::new));
        assertEquals("Marker Symbol", MappingColumns.symbol(mgi));
        assertEquals("Marker Synonyms (pipe-separated)", MappingColumns.alias(mgi));
        assertEquals("Ensembl Accession ID", MappingColumns.ensembl(mgi));
        assertEquals("<none>", MappingColumns.previous(mgi));
        assertEquals("prev_symbol", MappingColumns.previous(SPEC));
        assertEquals("alias_symbol", MappingColumns.alias(SPEC));
    }
}
