package org.scelmo.nodes.io.anndatareader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeSettings;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TestNode;

class AnnDataReaderNodeFactoryTest {

    @TempDir
    Path m_folder;

    private static TestNode node() {
        return TestNode.of(AnnDataReaderNodeFactory::new);
    }

    private static TestNode demo() {
        return node().file(TestKnime.demo("simulated-pbmc.h5ad"));
    }

    @Test
    void readsDataAndAnnotations() throws IOException {
        try (var node = demo().run()) {
            final var data = node.<AnnDataPortObject> output(0).open();
            assertEquals(1000, data.cells());
            assertEquals(1492, data.genes());
            assertTrue(data.x().isPresent());
            assertTrue(data.layers().isEmpty(), "layers are left out unless asked for");
            assertEquals(1000, node.table(1).size());
            assertEquals(data.obs().index()[7], Rows.ids(node.table(1)).get(7));
            assertEquals(data.obs().column("cell_type").orElseThrow().text(7),
                Rows.texts(node.table(1), "cell_type").get(7));
            assertEquals(1492, node.table(2).size());
            assertEquals("", node.warning());
        }
    }

    @Test
    void tellsItsOutputsBeforeExecution() {
        try (var node = demo().configure()) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            final var cells = (DataTableSpec)node.host().outputSpec(1);
            final var genes = (DataTableSpec)node.host().outputSpec(2);
            assertEquals(1000, outline.cells());
            assertTrue(node.host().execute());
            assertTrue(cells.equalStructure(node.table(1).getDataTableSpec()));
            assertTrue(genes.equalStructure(node.table(2).getDataTableSpec()));
            final var actual = node.<AnnDataPortObject> output(0).getSpec().outline();
            assertEquals(outline.obs().stream().map(c -> c.name() + c.kind()).toList(),
                actual.obs().stream().map(c -> c.name() + c.kind()).toList());
        }
    }

    @Test
    void readsALayerAndKeepsLayersIfAskedTo() throws IOException {
        try (var node = demo().set("matrix", "LAYER").set("layer", "counts").set("keepLayers", true).run()) {
            final var data = node.<AnnDataPortObject> output(0).open();
            assertTrue(data.layers().containsKey("counts"));
            try (var cursor = data.x().orElseThrow().open()) {
                final float value = cursor.next(1).values()[0];
                assertEquals(Math.rint(value), value, "counts are whole numbers");
            }
        }
    }

    @Test
    void readsPlainPathsAndUrlsWhereAUrlIsExpected() {
        final var file = TestKnime.demo("simulated-pbmc.h5ad");
        for (final var path : new String[]{file.toString(), file.toUri().toString()}) {
            try (var node = node().location("CUSTOM_URL", "5000", path).run()) {
                assertEquals(1000, node.table(1).size(), path);
            }
        }
    }

    @Test
    void namesTheLayerThatIsMissing() {
        try (var node = demo().set("matrix", "LAYER").set("layer", "spliced")) {
            final var message = node.failure();
            assertTrue(message.contains("spliced"), message);
        }
    }

    @Test
    void saysThatTheFileHasNoRawMatrix() {
        try (var node = demo().set("matrix", "RAW")) {
            assertTrue(node.failure().contains("raw"));
        }
    }

    @Test
    void asksForAFile() {
        try (var node = node()) {
            assertEquals("No file is chosen.", node.configureFailure());
        }
    }

    @Test
    void saysThatTheFileDoesNotExist() {
        try (var node = node().file(m_folder.resolve("none.h5ad"))) {
            assertTrue(node.configureFailure().contains("none.h5ad"));
        }
    }

    @Test
    void refusesWhatIsNoHdf5() throws IOException {
        final var file = Files.writeString(m_folder.resolve("text.h5ad"), "gene,cell\n".repeat(100));
        try (var node = node().file(file)) {
            assertTrue(node.configureFailure().contains("text.h5ad"));
        }
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        final var bytes = Files.readAllBytes(TestKnime.demo("simulated-pbmc.h5ad"));
        final var file = Files.write(m_folder.resolve("cut.h5ad"), Arrays.copyOf(bytes, bytes.length / 2));
        try (var node = node().file(file)) {
            assertTrue(node.failure().contains("cut.h5ad"));
            assertNull(node.host().output(0));
        }
    }

    private Path matrixMarket() throws IOException {
        Files.writeString(m_folder.resolve("barcodes.tsv"), "c1\nc2\nc3\n");
        Files.writeString(m_folder.resolve("features.tsv"), """
            ENSG1\tCD3E\tGene Expression
            ENSG2\tLYZ\tGene Expression
            P1\tCD3\tAntibody Capture
            """);
        return Files.writeString(m_folder.resolve("matrix.mtx"),
            "%%MatrixMarket matrix coordinate integer general\n3 3 3\n1 1 5\n3 2 7\n2 3 1\n");
    }

    @Test
    void readsMatrixMarketAndTellsItsOutputsBefore() throws IOException {
        try (var node = node().file(matrixMarket()).configure()) {
            final var outline = ((AnnDataPortObjectSpec)node.host().outputSpec(0)).outline();
            assertEquals(2, outline.genes());
            final var genes = (DataTableSpec)node.host().outputSpec(2);
            assertTrue(node.host().execute());
            assertTrue(genes.equalStructure(node.table(2).getDataTableSpec()));
            assertEquals(Arrays.asList("CD3E", "LYZ"), Rows.ids(node.table(2)));
            assertEquals(Arrays.asList("ENSG1", "ENSG2"), Rows.texts(node.table(2), "gene_ids"));
        }
    }

    @Test
    void readsAnotherFeatureTypeOrListsThem() throws IOException {
        final var file = matrixMarket();
        try (var node = node().file(file).set("featureType", "Antibody Capture").run()) {
            assertEquals(Arrays.asList("CD3"), Rows.ids(node.table(2)));
        }
        try (var node = node().file(file).set("featureType", "Peaks")) {
            assertTrue(node.configureFailure().contains("Antibody Capture, Gene Expression"));
        }
    }

    @Test
    void readsATableInEitherOrientation() throws IOException {
        final var file = Files.writeString(m_folder.resolve("x.csv"), ",u,v\na,1,0\nb,2,3\nc,0,4\n");
        try (var node = node().file(file).run()) {
            assertEquals(Arrays.asList("a", "b", "c"), Rows.ids(node.table(1)));
            assertTrue(node.warning().contains("taken as cells"), node.warning());
        }
        try (var node = node().file(file).set("rows", "GENES").run()) {
            assertEquals(Arrays.asList("u", "v"), Rows.ids(node.table(1)));
            assertEquals("", node.warning());
        }
    }

    @Test
    void aTableSaysWhichLineIsWrong() throws IOException {
        final var file = Files.writeString(m_folder.resolve("x.csv"), "name;u;v\na;1;0,5\n");
        try (var node = node().file(file)) {
            final var message = node.failure();
            assertTrue(message.contains("line 2") && message.contains("decimal comma"), message);
        }
    }

    @Test
    void listsTheEmbeddingsIfTheChosenOneIsAbsent() {
        try (var node = demo().set("matrix", "EMBEDDING")) {
            assertTrue(node.failure().contains("protein_expression"));
        }
        try (var node = demo().set("matrix", "EMBEDDING").set("embedding", " ")) {
            assertEquals("No embedding is named.", node.configureFailure());
        }
    }

    /** As a workflow of the first version stored them. */
    @Test
    void settingsOfTheFirstVersionLoad() throws Exception {
        final var xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="model">
                <config key="file">
                    <config key="path">
                        <entry key="location_present" type="xboolean" value="true"/>
                        <entry key="file_system_type" type="xstring" value="LOCAL"/>
                        <entry key="path" type="xstring" value="some.h5ad"/>
                    </config>
                </config>
                <entry key="matrix" type="xstring" value="LAYER"/>
                <entry key="layer" type="xstring" value="spliced"/>
                <entry key="keepLayers" type="xboolean" value="true"/>
            </config>
            """;
        TestKnime.catalog();
        try (var host = NodeHost.create(new AnnDataReaderNodeFactory())) {
            host.loadSettings(
                NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
            final var saved = new NodeSettings("model");
            host.saveSettings(saved);
            assertEquals("spliced", saved.getString("layer"));
            assertEquals("LAYER", saved.getString("matrix"));
            assertEquals("protein_expression", saved.getString("embedding"));
            assertEquals("", saved.getString("genome") + saved.getString("featureType") + saved.getString("modality"));
            assertEquals("AUTO", saved.getString("rows"));
        }
    }
}
