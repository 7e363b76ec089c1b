package org.scelmo.core.io.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.DenseMatrix;

class EmbeddingPartWriterTest {

    private static final Provenance PROVENANCE = new Provenance(Map.of("source", "test"));

    @TempDir
    Path m_folder;

    @Test
    void writesWhatTheWriterOfWholeEmbeddingsWrites() throws IOException {
        final var vectors = new float[][]{{1, 2, 3}, {4, 5, 6}};
        final var whole = StoreWriter.embedding(m_folder.resolve("a"), "embedding",
            new FeatureEmbedding(List.of("x", "ä"), DenseMatrix.of(vectors, 3), PROVENANCE), Progress.NONE);
        try (var writer = new EmbeddingPartWriter(m_folder.resolve("b"), "embedding")) {
            writer.append("x", vectors[0]);
            writer.append("ä", vectors[1]);
            assertEquals(whole, writer.finish(PROVENANCE));
        }
        final var read = StoredEmbedding.open(whole, m_folder.resolve("b"));
        assertEquals(List.of("x", "ä"), read.names());
        assertEquals(PROVENANCE, read.provenance());
        assertArrayEquals(vectors, read.vectors().copy(0, 2));
    }

    @Test
    void refusesAnotherLengthAndLeavesNothingBehind() throws IOException {
        final var folder = m_folder.resolve("part");
        try (var writer = new EmbeddingPartWriter(folder, "embedding")) {
            writer.append("x", new float[2]);
            final var refused = assertThrows(IllegalArgumentException.class, () -> writer.append("y", new float[3]));
            assertEquals("The vector 'y' has 3 numbers, not 2.", refused.getMessage());
        }
        assertFalse(Files.exists(folder));
    }
}
