package org.scelmo.nodes.io.embeddingreader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestKnime;
import org.scelmo.nodes.testing.TestNode;

class EmbeddingReaderNodeFactoryTest {

    @TempDir
    Path m_folder;

    private Path csv(final String... lines) throws IOException {
        return Files.write(m_folder.resolve("vectors.csv"), List.of(lines));
    }

    private static TestNode node() {
        return TestNode.of(EmbeddingReaderNodeFactory::new);
    }

    private static TestNode connected() {
        return TestNode.withPort(EmbeddingReaderNodeFactory::new, "AnnData", AnnDataPortObject.class);
    }

    @Test
    void readsAllVectorsWithoutData() throws IOException {
        try (var node = node().file(TestKnime.demo("gene-vectors.tsv")).run()) {
            final var vectors = node.<EmbeddingPortObject> output(0).open();
            assertEquals(1518, vectors.size());
            assertEquals(64, vectors.dimensions());
            assertEquals("gene-vectors.tsv", vectors.provenance().entries().get("source"));
            assertEquals(vectors.names(), Rows.ids(node.table(1)));
            assertEquals(Set.of("not compared"), Set.copyOf(Rows.texts(node.table(1), "Status")));
            assertEquals("", node.warning());
            assertTrue(node.<EmbeddingPortObject> output(0).getSummary().startsWith("1,518 vectors × 64"));
        }
    }

    @Test
    void keepsOnlyGenesOfTheDataAndReportsTheMatch() throws IOException {
        final var file = csv("gene,v1,v2", "g0,1,2", "g2,3,4", "x,5,6", "g0,7,8");
        try (var source = SourceNodeFactory.of(TestData.cells());
                var node = connected().file(file).run(source.output(0))) {
            final var vectors = node.<EmbeddingPortObject> output(0).open();
            assertEquals(List.of("g0", "g2"), vectors.names());
            assertArrayEquals(new float[][]{{7, 8}, {3, 4}}, vectors.vectors().copy(0, 2));
            assertEquals(List.of("matched", "missing", "matched", "missing"), Rows.texts(node.table(1), "Status"));
            assertTrue(node.warning().contains("2 of 4 genes have a vector"), node.warning());
            assertTrue(node.warning().contains("Names that come more than once in the file: 1,"), node.warning());
        }
    }

    @Test
    void keepsAllVectorsIfAskedTo() throws IOException {
        final var file = csv("gene,v1,v2", "g0,1,2", "x,5,6");
        try (var source = SourceNodeFactory.of(TestData.cells());
                var node = connected().file(file).set("keepOnlyMatched", false).run(source.output(0))) {
            assertEquals(List.of("g0", "x"), node.<EmbeddingPortObject> output(0).open().names());
        }
    }

    @Test
    void sizesAreOpenBeforeExecution() {
        try (var node = node().file(TestKnime.demo("gene-vectors.tsv")).configure()) {
            assertTrue(((EmbeddingPortObjectSpec)node.host().outputSpec(0)).isOpen());
        }
    }

    @Test
    void refusesAPickleThatRunsAProgram() throws IOException {
        final var evil = "\u0080\u0002cposix\nsystem\nX\u0004\0\0\0true\u0085R.";
        final var file = Files.write(m_folder.resolve("evil.pickle"), evil.getBytes(StandardCharsets.ISO_8859_1));
        try (var node = node().file(file)) {
            assertTrue(node.failure().contains("posix"));
        }
    }

    @Test
    void saysThatNoGeneIsInCommon() throws IOException {
        final var file = csv("gene,v1,v2", "ENSG1,1,2");
        try (var source = SourceNodeFactory.of(TestData.cells()); var node = connected().file(file)) {
            final var message = node.failure(source.output(0));
            assertTrue(message.startsWith("None of the") && message.contains("ENSG1"), message);
        }
    }

    @Test
    void refusesVectorsOfUnequalLength() throws IOException {
        try (var node = node().file(csv("g0,1,2", "g1,1,2,3"))) {
            final var message = node.failure();
            assertTrue(message.contains("vectors of unequal length"), message);
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
        try (var node = node().file(m_folder.resolve("none.pickle"))) {
            assertTrue(node.failure().contains("none.pickle"));
        }
    }
}
