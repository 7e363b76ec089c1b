package org.scelmo.core.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.library.EmbeddingLibrary;
import org.scelmo.core.io.library.LibraryRequest;
import org.scelmo.core.matrix.RowBlocks;

/** The files of the example workflow are what the program makes, and hold what it made. */
class DemoFilesTest {

    private static final Path COMMITTED = Path.of(System.getProperty("basedir", "."))
        .resolve("../../test-workflows/zero-shot-annotation/data").normalize();

    @TempDir
    private static Path m_made;

    @BeforeAll
    static void writeFiles() throws IOException {
        DemoFiles.write(m_made);
    }

    @Test
    void committedCellsAreWhatTheProgramMakes() throws Exception {
        try (var made = H5adFile.open(m_made.resolve(DemoFiles.CELLS));
                var committed = H5adFile.open(COMMITTED.resolve(DemoFiles.CELLS))) {
            assertSame(read(made), read(committed));
        }
    }

    @Test
    void writtenCellsAreTheSimulatedOnes() throws Exception {
        try (var made = H5adFile.open(m_made.resolve(DemoFiles.CELLS))) {
            final var data = read(made);
            assertSame(SimulatedPbmc.simulate(SimulatedPbmc.CELLS, SimulatedPbmc.SEED), data);
            assertEquals(SimulatedPbmc.SEED, ((Number)data.uns().get("seed")).longValue());
        }
    }

    @Test
    void committedVectorsAreWhatTheProgramMakes() throws Exception {
        assertEquals(Files.readAllLines(m_made.resolve(DemoFiles.VECTORS)),
            Files.readAllLines(COMMITTED.resolve(DemoFiles.VECTORS)));
        final var read = EmbeddingLibrary.read(m_made.resolve(DemoFiles.VECTORS), LibraryRequest.all(), Progress.NONE)
            .embedding();
        final var simulated = SimulatedGeneVectors.simulate(SimulatedPbmc.SEED);
        assertEquals(simulated.names(), read.names());
        assertArrayEquals(simulated.vectors().copy(0, simulated.size()), read.vectors().copy(0, read.size()));
    }

    @Test
    void filesAreSmall() throws IOException {
        for (final var name : List.of(DemoFiles.CELLS, DemoFiles.VECTORS)) {
            assertTrue(Files.size(COMMITTED.resolve(name)) < 1_000_000, name);
        }
    }

    private static AnnData read(final H5adFile file) throws IOException {
        return file.read(Selection.x(), Progress.NONE).data();
    }

    private static void assertSame(final AnnData expected, final AnnData actual) throws IOException {
        assertFrames(expected.obs(), actual.obs());
        assertFrames(expected.var(), actual.var());
        assertMatrix(expected.x().orElseThrow(), actual.x().orElseThrow());
        assertMatrix(expected.layers().get("counts"), actual.layers().get("counts"));
    }

    private static void assertFrames(final Frame expected, final Frame actual) {
        assertArrayEquals(expected.index(), actual.index());
        assertEquals(List.copyOf(expected.columns().keySet()), List.copyOf(actual.columns().keySet()));
        expected.columns().forEach((name, column) -> {
            final var other = actual.column(name).orElseThrow();
            assertEquals(column.getClass(), other.getClass(), name);
            for (int i = 0; i < column.size(); i++) {
                assertEquals(column.text(i), other.text(i), name);
            }
        });
    }

    private static void assertMatrix(final RowBlocks expected, final RowBlocks actual) throws IOException {
        assertEquals(expected.rows(), actual.rows());
        assertEquals(expected.columns(), actual.columns());
        try (var a = expected.open(); var b = actual.open()) {
            for (var x = a.next(1); x != null; x = a.next(1)) {
                final var y = b.next(1);
                assertEquals(x.nnz(), y.nnz());
                for (int e = 0; e < x.nnz(); e++) {
                    assertEquals(x.indices()[e], y.indices()[e]);
                    assertEquals(x.values()[e], y.values()[e]);
                }
            }
        }
    }
}
