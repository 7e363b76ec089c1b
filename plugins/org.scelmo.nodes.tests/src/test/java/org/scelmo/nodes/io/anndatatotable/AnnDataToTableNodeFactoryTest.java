package org.scelmo.nodes.io.anndatatotable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class AnnDataToTableNodeFactoryTest {

    private TestNode m_source;

    private AnnDataPortObject m_data;

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
        return TestNode.of(AnnDataToTableNodeFactory::new);
    }

    @Test
    void givesAnnotationsWithTheirTypesAndMissingValues() {
        try (var node = node().run(m_data)) {
            final var table = node.table(0);
            assertArrayEquals(new String[]{"donor", "cell_type", "n_genes", "score", "doublet"},
                table.getDataTableSpec().getColumnNames());
            assertEquals(List.of("c0", "c1", "c2", "c3", "c4", "c5"), Rows.ids(table));
            assertNull(Rows.cells(table, "cell_type").get(5));
            assertNull(Rows.cells(table, "score").get(1));
            assertNull(Rows.cells(table, "doublet").get(0));
            assertEquals("2", Rows.texts(table, "n_genes").get(0));
        }
    }

    @Test
    void givesTheExpressionOfGenesAndAnEmbedding() {
        try (var node = node().set("includeObs", false).set("genes", "g1, g0\ng1").set("embedding", "X_plane")
            .run(m_data)) {
            final var table = node.table(0);
            assertArrayEquals(new String[]{"g1", "g0", "X_plane"}, table.getDataTableSpec().getColumnNames());
            assertEquals(4, Rows.number(table, "c2", "g1"));
            assertEquals(0, Rows.number(table, "c2", "g0"));
            final var vector = (ListCell)Rows.cells(table, "X_plane").get(4);
            assertEquals(List.of(new DoubleCell(3), new DoubleCell(0)), List.of(vector.get(0), vector.get(1)));
        }
    }

    @Test
    void splitsTheEmbeddingIntoColumns() {
        try (var node = node().set("includeObs", false).set("embedding", "X_plane").set("form", "COLUMNS")
            .run(m_data)) {
            assertEquals(3, Rows.number(node.table(0), "c5", "X_plane_2"));
            assertEquals(2, node.table(0).getDataTableSpec().getNumColumns());
        }
    }

    @Test
    void tellsItsOutputBeforeExecution() {
        try (var node = node().set("genes", "g0").set("embedding", "X_plane").configure(m_data.getSpec())) {
            final var spec = (DataTableSpec)node.host().outputSpec(0);
            assertTrue(node.host().execute(m_data));
            assertTrue(spec.equalStructure(node.table(0).getDataTableSpec()));
        }
    }

    @Test
    void givesColumnsFreeNames() {
        final var data = TestData.cells();
        final var clash = data.withObs(data.obs().with("g0", new RealColumn(new double[6])));
        try (var source = SourceNodeFactory.of(clash); var node = node().set("genes", "g0").run(source.output(0))) {
            assertEquals(3, Rows.number(node.table(0), "c0", "g0 (#1)"));
        }
    }

    @Test
    void makesDuplicateCellNamesUnique() {
        final var data = TestData.renamed(TestData.cells(), "a", "b", "a", "a (#1)", "c", "d");
        try (var source = SourceNodeFactory.of(data); var node = node().run(source.output(0))) {
            assertEquals(List.of("a", "b", "a (#2)", "a (#1)", "c", "d"), Rows.ids(node.table(0)));
        }
    }

    @Test
    void givesAllGenes() {
        try (var node = node().set("includeObs", false).set("allGenes", true).configure(m_data.getSpec())) {
            assertNull(node.host().outputSpec(0), "the names of the genes are not known yet");
            assertTrue(node.host().execute(m_data));
            final var table = node.table(0);
            assertArrayEquals(new String[]{"g0", "g1", "g2", "g3"}, table.getDataTableSpec().getColumnNames());
            assertEquals(List.of("3.0", "2.0", "0.0", "0.0", "1.0", "0.0"), Rows.texts(table, "g0"));
            assertEquals(List.of("1.0", "2.0", "0.0", "1.0", "0.0", "0.0"), Rows.texts(table, "g2"));
        }
    }

    @Test
    void takesExpressionFromALayer() {
        final var counts = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{9, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0},
            {0, 0, 0, 0}, {0, 0, 0, 0}, {7, 0, 0, 0}}));
        try (var source = SourceNodeFactory.of(TestData.cells().withLayer("counts", counts));
                var node = node().set("genes", "g0").set("matrix", "counts").run(source.output(0))) {
            assertEquals(9, Rows.number(node.table(0), "c0", "g0"));
            assertEquals(7, Rows.number(node.table(0), "c5", "g0"));
        }
        try (var node = node().set("genes", "g0").set("matrix", "counts")) {
            assertEquals("The layer 'counts' is missing in the data.", node.configureFailure(m_data.getSpec()));
        }
    }

    @Test
    void givesTheAnnotationsOfGenes() {
        try (var node = node().run(m_data)) {
            assertEquals(List.of("g0", "g1", "g2", "g3"), Rows.ids(node.table(1)));
            assertEquals(Arrays.asList("CD19", "CD3E", "LYZ", null), Rows.texts(node.table(1), "symbol"));
        }
    }

    @Test
    void cellsMayBeMoreThanABlock() {
        final var x = new float[3000][2];
        final var cells = new String[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i][i % 2] = i;
            cells[i] = "c" + i;
        }
        final var data = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), new Frame(cells, Map.of()),
            new Frame(new String[]{"even", "odd"}, Map.of()));
        try (var source = SourceNodeFactory.of(data); var node = node().set("genes", "odd").run(source.output(0))) {
            final var odd = Rows.cells(node.table(0), "odd");
            for (int i = 0; i < x.length; i++) {
                assertEquals(new DoubleCell(x[i][1]), odd.get(i));
            }
        }
    }

    @Test
    void namesGenesThatTheDataDoNotHave() {
        try (var node = node().set("genes", "g0 CD3D CD4")) {
            assertEquals("The data have no gene 'CD3D', 'CD4'.", node.failure(m_data));
        }
    }

    @Test
    void namesTheEmbeddingThatIsMissing() {
        try (var node = node().set("embedding", "X_pca")) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("'X_pca' is missing"));
        }
    }
}
