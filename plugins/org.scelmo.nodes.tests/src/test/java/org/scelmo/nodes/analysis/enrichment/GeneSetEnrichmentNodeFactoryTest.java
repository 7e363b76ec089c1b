package org.scelmo.nodes.analysis.enrichment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.core.Tables;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class GeneSetEnrichmentNodeFactoryTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(org.scelmo.nodes.support.Tables.column("Gene", StringCell.TYPE),
            org.scelmo.nodes.support.Tables.column("Candidate", BooleanCell.TYPE));

    private static final String SETS = "SOME\tfive genes\tg1\tg3\tg5\tg7\tg9\nNONE\t\tg18\tg19\nEMPTY\tnothing\n";

    @TempDir
    Path m_folder;

    private Path m_sets;

    @BeforeEach
    void makeSets() throws IOException {
        m_sets = Files.writeString(m_folder.resolve("sets.gmt"), SETS);
    }

    private static BufferedDataTable genes(final Stream<String> names, final int candidates) {
        final var list = names.toList();
        return Tables.of(SPEC, IntStream.range(0, list.size()).mapToObj(i -> new DataCell[]{
            list.get(i) == null ? DataType.getMissingCell() : new StringCell(list.get(i)),
            BooleanCellFactory.create(i < candidates)}).toArray(DataCell[][]::new));
    }

    private static BufferedDataTable genes(final int from, final int to) {
        return genes(IntStream.range(from, to).mapToObj(i -> "g" + i), to);
    }

    private TestNode node() {
        return TestNode.of(GeneSetEnrichmentNodeFactory::new).file(m_sets).set("least", 1);
    }

    private TestNode withBackground() {
        return TestNode.withPort(GeneSetEnrichmentNodeFactory::new, "Background", BufferedDataTable.class)
            .file(m_sets).set("least", 1);
    }

    /** P from scipy 1.10.1. */
    @Test
    void testsTheSetsAgainstAConnectedTable() {
        try (var node = withBackground().run(genes(0, 6), genes(0, 20))) {
            final var sets = node.table(0);
            assertEquals(List.of("SOME", "NONE"), Rows.ids(sets));
            assertEquals(3, Rows.number(sets, "SOME", "Overlap"));
            assertEquals(1.5, Rows.number(sets, "SOME", "Expected"), 1e-12);
            assertEquals(2, Rows.number(sets, "SOME", "Fold"), 1e-12);
            assertEquals(0.13132094943240455, Rows.number(sets, "SOME", "p"), 1e-12);
            assertEquals(0.2626418988648091, Rows.number(sets, "SOME", "q"), 1e-12);
            assertEquals(List.of("g1, g3, g5", ""), Rows.texts(sets, "Genes"));
            assertEquals(List.of("connected table", "connected table"), Rows.texts(sets, "Background"));
            assertEquals(20, Rows.number(sets, "NONE", "Background size"));
            assertEquals(6, node.table(1).size());
            assertEquals(1, Rows.number(node.table(1), "g1", "Gene sets"));
            assertEquals("1 sets of the file have no genes: 'EMPTY'.", node.warning());
        }
    }

    @Test
    void rowsThatAreNotChosenMayBeTheBackground() {
        final var all = genes(IntStream.range(0, 20).mapToObj(i -> "g" + i), 6);
        try (var node = withBackground().set("flag", "Candidate").run(all, all)) {
            assertEquals(0.13132094943240455, Rows.number(node.table(0), "SOME", "p"), 1e-12);
            assertEquals(6, node.table(1).size());
        }
    }

    @Test
    void withoutBackgroundAllGenesOfTheSetsAreIt() {
        try (var node = node().run(genes(Stream.of("g1", null, "g3", "x"), 0))) {
            assertEquals(List.of("all genes of the sets", "all genes of the sets"),
                Rows.texts(node.table(0), "Background"));
            assertEquals(7, Rows.number(node.table(0), "SOME", "Background size"));
            assertEquals(List.of("true", "true", "false"), Rows.texts(node.table(1), "In background"));
            assertNull(Rows.cells(node.table(0), "Odds ratio").get(0), "no chosen gene is outside of the set");
            assertTrue(node.warning().contains("1 rows name no gene"), node.warning());
            assertTrue(node.warning().contains("1 of 3 genes are not in the background and were left out: 'x'."),
                node.warning());
        }
    }

    @Test
    void genesOfAnnDataMayBeTheBackground() {
        try (var source = SourceNodeFactory.of(TestData.cells());
                var node = TestNode.withPort(GeneSetEnrichmentNodeFactory::new, "Background", AnnDataPortObject.class)
                    .file(m_sets).set("least", 1).run(genes(0, 2), source.<AnnDataPortObject>output(0))) {
            assertEquals(List.of("genes of the connected AnnData"), Rows.texts(node.table(0), "Background"));
            assertEquals(4, Rows.number(node.table(0), "SOME", "Background size"));
            assertTrue(node.warning().contains("1 of 2 sets were not tested: 1 have too few"), node.warning());
        }
    }

    @Test
    void theBackgroundMayBeOnlyGenesInSets() {
        try (var node = withBackground().set("onlyInSets", true).run(genes(0, 6), genes(0, 20))) {
            assertEquals(7, Rows.number(node.table(0), "SOME", "Background size"));
            assertEquals(3, Rows.number(node.table(0), "SOME", "List size"));
        }
    }

    @Test
    void caseMayBeIgnored() {
        try (var node = node().set("ignoreCase", true).run(genes(Stream.of("G1"), 1))) {
            assertEquals(1, Rows.number(node.table(0), "SOME", "Overlap"));
            assertEquals(1, Rows.number(node.table(1), "G1", "Gene sets"));
        }
        try (var node = node()) {
            assertTrue(node.failure(genes(Stream.of("G1"), 1)).startsWith("None of the 1 genes, such as 'G1'"));
        }
    }

    @Test
    void noGeneGivesTablesAllTheSame() {
        try (var node = node().run(genes(0, 0))) {
            assertEquals(2, node.table(0).size());
            assertEquals(1, Rows.number(node.table(0), "SOME", "p"));
            assertNull(Rows.cells(node.table(0), "Fold").get(0));
            assertEquals(0, node.table(1).size());
            assertTrue(node.warning().contains("No gene is chosen"), node.warning());
        }
    }

    @Test
    void refusesWhatCannotBeTested() throws IOException {
        try (var node = TestNode.of(GeneSetEnrichmentNodeFactory::new)) {
            assertEquals("No file of gene sets is chosen.", node.configureFailure(SPEC));
        }
        try (var node = node().set("most", 0)) {
            assertEquals("No set can have 1 to 0 genes.", node.configureFailure(SPEC));
        }
        try (var node = node().set("genes", "Symbol")) {
            assertEquals("The gene column 'Symbol' is missing in the input table.", node.configureFailure(SPEC));
        }
        try (var node = node().set("flag", "Gene")) {
            assertEquals("The choosing column 'Gene' is not of true and false.", node.configureFailure(SPEC));
        }
        try (var node = node().set("least", 100)) {
            assertTrue(node.failure(genes(0, 6)).startsWith("None of the 2 gene sets has 100 to 500 genes"));
        }
        Files.writeString(m_sets, "SOME,g1,g2\n");
        try (var node = node()) {
            assertEquals("sets.gmt, line 1: 'SOME,g1,g2' has no tab.", node.failure(genes(0, 6)));
        }
        Files.delete(m_sets);
        try (var node = node()) {
            assertTrue(node.failure(genes(0, 6)).contains("does not exist"));
        }
    }
}
