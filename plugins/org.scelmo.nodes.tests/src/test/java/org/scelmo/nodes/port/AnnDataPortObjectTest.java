package org.scelmo.nodes.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortTypeRegistry;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.nodes.io.anndatatotable.AnnDataToTableNodeFactory;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TestNode;

class AnnDataPortObjectTest {

    /** Through the XML in which KNIME stores it. */
    private static AnnDataPortObjectSpec copy(final AnnDataPortObjectSpec spec)
        throws IOException, InvalidSettingsException {
        final var model = new ModelContent("spec");
        spec.save(model);
        final var bytes = new ByteArrayOutputStream();
        model.saveToXML(bytes);
        final var loaded = new AnnDataPortObjectSpec();
        loaded.load(ModelContent.loadFromXML(new ByteArrayInputStream(bytes.toByteArray())));
        return loaded;
    }

    @Test
    void specSurvivesSavingAndLoading() throws IOException, InvalidSettingsException {
        final var outline = AnnDataOutline.of(TestData.cells(), List.of("a note", "umlauts äöü, \"quotes\" & <tags>"));
        assertEquals(outline, copy(new AnnDataPortObjectSpec(outline)).outline());
        final var empty = new AnnDataOutline(0, 0, false, List.of(), List.of(), List.of(), Map.of(), List.of());
        assertEquals(empty, copy(new AnnDataPortObjectSpec(empty)).outline());
        assertEquals(new AnnDataPortObjectSpec(outline), new AnnDataPortObjectSpec(outline));
    }

    @Test
    void specKeepsTheOrderOfEmbeddings() throws IOException, InvalidSettingsException {
        final var obsm = new LinkedHashMap<String, Integer>();
        obsm.put("X_z", 3);
        obsm.put("X_a", AnnDataOutline.UNKNOWN);
        final var outline = new AnnDataOutline(1, 1, true, List.of(), List.of(), List.of("counts"), obsm, List.of());
        final var copy = copy(new AnnDataPortObjectSpec(outline)).outline();
        assertEquals(List.of("X_z", "X_a"), List.copyOf(copy.obsm().keySet()));
        assertEquals(List.of("counts"), copy.layers());
    }

    @Test
    void specsKnowVectorsOfGenesAndGraphsAndThoseOfTheFirstVersionHaveNone()
        throws IOException, InvalidSettingsException {
        final var outline = AnnDataOutline.of(TestData.cells(), List.of()).withVarm("PCs", 2).withObsp("distances");
        final var copy = copy(new AnnDataPortObjectSpec(outline)).outline();
        assertEquals(Map.of("PCs", 2), copy.varm());
        assertEquals(List.of("distances"), copy.obsp());
        final var model = new ModelContent("spec");
        new AnnDataPortObjectSpec(outline).save(model);
        model.removeConfig("varm");
        model.removeConfig("obsp");
        final var old = new AnnDataPortObjectSpec();
        old.load(model);
        assertEquals(AnnDataOutline.of(TestData.cells(), List.of()), old.outline());
    }

    @Test
    void outlineCapsCategories() {
        final var many = IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        assertEquals(ColumnOutline.MAX_CATEGORIES,
            new ColumnOutline("x", ColumnOutline.Kind.CATEGORICAL, many).categories().size());
    }

    @Test
    void embeddingSpecSurvivesSavingAndLoading() throws InvalidSettingsException {
        final var spec = new EmbeddingPortObjectSpec(3, 5, new Provenance(Map.of("source", "genes.csv")));
        final var model = new ModelContent("spec");
        spec.save(model);
        final var loaded = new EmbeddingPortObjectSpec();
        loaded.load(model);
        assertEquals(3, loaded.size());
        assertEquals(5, loaded.dimensions());
        assertEquals(spec.provenance(), loaded.provenance());
    }

    @Test
    void summariesCanBeRead() {
        try (var source = SourceNodeFactory.of(TestData.cells(), TestData.vectors())) {
            assertEquals("6 cells × 4 genes; 5 annotations of cells, 1 of genes; embeddings X_plane (2 dimensions)",
                source.output(0).getSummary());
            assertEquals("4 vectors × 2 dimensions", source.output(1).getSummary());
        }
    }

    @Test
    void dataCanBeOpenedAgain() throws IOException {
        try (var source = SourceNodeFactory.of(TestData.cells(), TestData.vectors())) {
            final var data = source.<AnnDataPortObject> output(0).open();
            final var expected = TestData.cells();
            assertArrayEquals(expected.obs().index(), data.obs().index());
            assertEquals(expected.obs().columns().keySet(), data.obs().columns().keySet());
            assertEquals(expected.uns(), data.uns());
            assertArrayEquals(expected.obsm().get("X_plane").copy(0, 6), data.obsm().get("X_plane").copy(0, 6));
            try (var cursor = data.x().orElseThrow().open(2)) {
                assertEquals(4, cursor.next(1).values()[0]);
            }
            assertEquals(TestData.vectors().names(), source.<EmbeddingPortObject> output(1).open().names());
        }
    }

    @Test
    void damagedStoresAreRefusedWithWhatToDo() throws IOException {
        for (final var damaged : List.of("X", "obs", "obsm/X_plane")) {
            try (var source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
                    var node = TestNode.of(AnnDataToTableNodeFactory::new).set("genes", "g0").set("embedding",
                        "X_plane")) {
                final var data = source.<AnnDataPortObject> output(0);
                final var stored = data.stored().stream().filter(s -> s.part().name().equals(damaged)).findFirst();
                try (var files = Files.list(stored.orElseThrow().store().getFile().toPath())) {
                    for (final var file : files.toList()) {
                        Files.write(file, new byte[1]);
                    }
                }
                assertTrue(node.failure(data).contains("'" + damaged + "' cannot be used"));
            }
        }
    }

    @Test
    void portTypesAreDeclaredInPluginXml() {
        TestKnime.catalog();
        for (final var type : List.of(AnnDataPortObject.class, EmbeddingPortObject.class)) {
            final var declared = PortTypeRegistry.getInstance().getObjectClass(type.getName());
            assertTrue(declared.isPresent(), type.getName());
            assertTrue(PortTypeRegistry.getInstance().getObjectSerializer(type).isPresent(), type.getName());
        }
    }
}
