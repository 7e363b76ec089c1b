package org.scelmo.nodes.io.anndatafilesummary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TestNode;

class AnnDataFileSummaryNodeFactoryTest {

    @TempDir
    Path m_folder;

    private static TestNode node() {
        return TestNode.of(AnnDataFileSummaryNodeFactory::new);
    }

    private static TestNode demo() {
        return node().file(TestKnime.demo("simulated-pbmc.h5ad"));
    }

    private static ViewSheet view() {
        return NodeSheet.of(new AnnDataFileSummaryNodeFactory()).view().orElseThrow();
    }

    private static SummaryView shown(final TestNode node) {
        return (SummaryView)view().initialData(null, node.host().internals()).orElseThrow();
    }

    @Test
    void tellsThePartsOfTheFile() {
        try (var node = demo().run()) {
            assertEquals(List.of("simulated-pbmc.h5ad", "X", "counts"),
                Rows.texts(node.table(0), "Name").subList(0, 3));
            assertEquals("File", Rows.texts(node.table(0), "Section").get(0));
            assertTrue(Rows.texts(node.table(0), "Section").contains("Finding"));
            assertEquals("", node.warning());
        }
    }

    @Test
    void tellsItsTableBeforeExecution() {
        try (var node = demo().configure()) {
            final var told = (DataTableSpec)node.host().outputSpec(0);
            assertTrue(node.host().execute());
            assertTrue(told.equalStructure(node.table(0).getDataTableSpec()));
        }
    }

    @Test
    void theViewStartsWithTheTable() {
        try (var node = demo().run()) {
            final var shown = shown(node);
            final var file = shown.parts().get(0);
            assertEquals(1000, file.rows());
            assertEquals(1492, file.columns());
            final var type = shown.parts().stream().filter(p -> "cell_type".equals(p.name())).findFirst().orElseThrow();
            assertEquals("Annotation of cells", type.section());
            assertEquals(type.categories(), type.values().size());
            assertEquals(1000, type.counts().stream().mapToLong(Long::longValue).sum());
            assertTrue(shown.findings().get(0).contains("log-normalized"), shown.findings().toString());
        }
    }

    @Test
    void theViewOfACopiedNodeSaysWhatToDo() {
        final var shown = (SummaryView)view().initialData(null, (PortObject[])null)
            .orElseThrow();
        assertTrue(shown.findings().get(0).contains("Execute the node again"));
    }

    @Test
    void formatsThatTellLittleTellThat() throws IOException {
        final var text = Files.writeString(m_folder.resolve("x.csv"), ",u,v\na,1,0\nb,2,3\n");
        try (var node = node().file(text).run()) {
            assertEquals(2, node.table(0).size());
            assertNull(shown(node).parts().get(0).rows());
            assertTrue(shown(node).findings().get(0).contains("without being read"));
        }
    }

    @Test
    void badFilesEndInAMessage() throws IOException {
        try (var node = node()) {
            assertEquals("No file is chosen.", node.configureFailure());
        }
        try (var node = node().file(m_folder.resolve("none.h5ad"))) {
            assertTrue(node.failure().contains("none.h5ad"));
        }
        final var bytes = Files.readAllBytes(TestKnime.demo("simulated-pbmc.h5ad"));
        final var cut = Files.write(m_folder.resolve("cut.h5ad"), Arrays.copyOf(bytes, bytes.length / 3));
        try (var node = node().file(cut)) {
            assertTrue(node.failure().contains("cut.h5ad"));
        }
        final var noHdf5 = Files.writeString(m_folder.resolve("text.h5ad"), "gene,cell\n");
        try (var node = node().file(noHdf5)) {
            assertTrue(node.failure().contains("text.h5ad"));
        }
    }
}
