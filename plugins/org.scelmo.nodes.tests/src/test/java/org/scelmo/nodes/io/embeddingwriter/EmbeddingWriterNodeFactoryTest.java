package org.scelmo.nodes.io.embeddingwriter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.io.library.EmbeddingLibrary;
import org.scelmo.core.io.library.LibraryRequest;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class EmbeddingWriterNodeFactoryTest {

    @TempDir
    Path m_folder;

    private TestNode m_source;

    private EmbeddingPortObject m_vectors;

    @BeforeEach
    void makeVectors() {
        m_source = SourceNodeFactory.of(TestData.cells(), TestData.vectors());
        m_vectors = m_source.output(1);
    }

    @AfterEach
    void dropVectors() {
        m_source.close();
    }

    private static TestNode node(final Path file) {
        return TestNode.of(EmbeddingWriterNodeFactory::new).file(file);
    }

    @Test
    void writesWhatTheReaderReads() throws IOException {
        for (final var format : List.of("CSV", "TSV", "NPY")) {
            final var file = m_folder.resolve("v" + format + (format.equals("NPY") ? ".npy" : ".txt"));
            try (var node = node(file).set("format", format).run(m_vectors)) {
                final var read = EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE).embedding();
                assertEquals(TestData.vectors().names(), read.names(), format);
                assertArrayEquals(TestData.vectors().vectors().copy(0, 4), read.vectors().copy(0, 4), format);
            }
        }
    }

    @Test
    void keepsAnExistingFileOfNames() throws IOException {
        final var names = Files.writeString(m_folder.resolve("v_names.txt"), "mine");
        try (var node = node(m_folder.resolve("v.npy")).set("format", "NPY")) {
            assertTrue(node.failure(m_vectors).contains("v_names.txt"));
            assertEquals("mine", Files.readString(names));
            assertTrue(Files.notExists(m_folder.resolve("v.npy")));
        }
    }

    @Test
    void asksForAFile() {
        try (var node = TestNode.of(EmbeddingWriterNodeFactory::new)) {
            assertEquals("No file is chosen.", node.configureFailure(m_vectors.getSpec()));
        }
    }
}
