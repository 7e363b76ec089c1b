package org.scelmo.nodes.io.anndatawriter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class AnnDataWriterNodeFactoryTest {

    @TempDir
    Path m_folder;

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

    private static TestNode node(final Path file) {
        return TestNode.of(AnnDataWriterNodeFactory::new).file(file);
    }

    private static Map<String, Object> uns(final Path file) throws IOException {
        try (var h5ad = H5adFile.open(file)) {
            return h5ad.read(Selection.x(), Progress.NONE).data().uns();
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(m_folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesWhatTheReaderReads() throws IOException {
        for (final boolean compress : new boolean[]{true, false}) {
            final var file = m_folder.resolve("cells ä " + compress + ".h5ad");
            try (var node = node(file).set("compress", compress).run(m_data); var h5ad = H5adFile.open(file)) {
                assertEquals("", node.warning());
                final AnnData expected = TestData.cells();
                final var actual = h5ad.read(Selection.x(), Progress.NONE).data();
                assertArrayEquals(expected.obs().index(), actual.obs().index());
                for (final var column : expected.obs().columns().entrySet()) {
                    for (int i = 0; i < expected.cells(); i++) {
                        assertEquals(column.getValue().text(i),
                            actual.obs().column(column.getKey()).orElseThrow().text(i), column.getKey() + i);
                    }
                }
                assertArrayEquals(expected.obsm().get("X_plane").copy(0, 6), actual.obsm().get("X_plane").copy(0, 6));
                try (var x = actual.x().orElseThrow().open()) {
                    final var block = x.next(6);
                    assertEquals(8, block.nnz());
                    assertEquals(4, block.rowSum(0));
                }
            }
        }
    }

    @Test
    void recordsHowTheDataCameAboutUnlessToldNotTo() throws IOException {
        final var with = m_folder.resolve("with.h5ad");
        final var without = m_folder.resolve("without.h5ad");
        try (var one = node(with).run(m_data); var other = node(without).set("history", false).run(m_data)) {
            assertEquals(Map.of("title", "test", "scelmo", Map.of("history", List.of("test"))), uns(with));
            assertEquals(Map.of("title", "test"), uns(without));
        }
    }

    @Test
    void earlierHistoryIsKept() {
        final var data = TestData.cells().withUns("scelmo", Map.of("history", List.of("first"), "other", 1L));
        assertEquals(Map.of("history", List.of("first", "second"), "other", 1L),
            History.add(List.of("second"), data).uns().get("scelmo"));
    }

    @Test
    void keepsAnExistingFileUnlessToldToOverwriteIt() throws IOException {
        final var file = Files.writeString(m_folder.resolve("old.h5ad"), "old");
        try (var node = node(file)) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("exists already"));
            assertEquals("old", Files.readString(file));
            node.set("existing", "OVERWRITE").run(m_data);
            assertTrue(Files.size(file) > 1000);
            assertEquals(List.of("old.h5ad"), files());
        }
    }

    @Test
    void createsFoldersOnlyIfAskedTo() throws IOException {
        final var file = m_folder.resolve("a/b/new.h5ad");
        try (var node = node(file)) {
            assertTrue(node.configureFailure(m_data.getSpec()).contains("does not exist"));
            assertFalse(Files.exists(file.getParent()));
            node.set("createFolders", true).run(m_data);
            assertTrue(Files.exists(file));
        }
    }

    @Test
    void asksForAFile() {
        try (var node = TestNode.of(AnnDataWriterNodeFactory::new)) {
            assertEquals("No file is chosen.", node.configureFailure(m_data.getSpec()));
        }
    }

    @Test
    void writesWhereAUrlLeads() throws IOException {
        final var file = m_folder.resolve("by url.h5ad");
        try (var node = TestNode.of(AnnDataWriterNodeFactory::new)
            .location("CUSTOM_URL", "5000", file.toUri().toString()).run(m_data)) {
            assertEquals(List.of("by url.h5ad"), files());
        }
    }
}
