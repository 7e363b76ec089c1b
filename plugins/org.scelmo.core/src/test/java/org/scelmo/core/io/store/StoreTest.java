package org.scelmo.core.io.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

class StoreTest {

    @TempDir
    private Path m_folder;

    private Path folder(final String name) {
        return m_folder.resolve(name.replace('/', '_'));
    }

    private Path folder(final StorePart part) {
        return folder(part.name());
    }

    private static float[][] random(final int rows, final int columns, final double density) {
        final var random = new Random(7);
        final var values = new float[rows][columns];
        for (final var row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble() < density ? (float)random.nextGaussian() : 0;
            }
        }
        return values;
    }

    private static AnnData sample() {
        final Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("type", new CategoricalColumn(new int[]{0, -1, 1}, List.of("B", "T δ"), true));
        columns.put("text", new StringColumn(new String[]{"naïve", null, ""}));
        columns.put("whole", new IntegerColumn(new long[]{Long.MAX_VALUE, 0, -5}, new boolean[]{false, true, false}));
        columns.put("real", new RealColumn(new double[]{0.1, Double.NaN, Double.NEGATIVE_INFINITY}));
        columns.put("truth", new BooleanColumn(new boolean[]{true, false, true}, null));
        final var obs = new Frame(new String[]{"cell α", "", "cell 3"}, columns);
        final var var = new Frame(new String[]{"g1", "g2", "g3", "g4"}, Map.of());
        final var x = CsrMatrix.fromDense(new float[][]{{0, 1, 0, 2}, {0, 0, 0, 0}, {3, 0, Float.NaN, 0}});
        return AnnData.of(RowBlocks.of(x), obs, var)
            .withObsm("X_aa", DenseMatrix.of(new float[][]{{1, 2}, {3, 4}, {5, 6}}, 2))
            .withVarm("PCs", DenseMatrix.of(new float[][]{{1}, {2}, {3}, {4}}, 1))
            .withObsp("connectivities", RowBlocks.of(CsrMatrix.fromDense(new float[][]{{0, 1, 0}, {1, 0, 0.5f},
                {0, 0.5f, 0}})))
            .withLayer("counts", RowBlocks.of(x))
            .withUns("model", Map.of("name", "ada", "size", 1536L, "rate", Double.NaN, "list", List.of(1L, 2L)));
    }

    @Test
    void everyPartComesBackAsItWas() throws IOException {
        final var data = sample();
        final var parts = StoreWriter.anndata(data, this::folder, Progress.NONE);
        final var opened = StoredAnnData.open(StorePart.fromJson(StorePart.toJson(parts)), this::folder);
        assertArrayEquals(data.obs().index(), opened.obs().index());
        assertEquals(List.copyOf(data.obs().columns().keySet()), List.copyOf(opened.obs().columns().keySet()));
        data.obs().columns().forEach((name, column) -> {
            final var read = opened.obs().column(name).orElseThrow();
            assertEquals(column.getClass(), read.getClass());
            for (int i = 0; i < column.size(); i++) {
                assertEquals(column.text(i), read.text(i), name);
            }
        });
        assertTrue(((CategoricalColumn)opened.obs().column("type").orElseThrow()).ordered());
        assertEquals(data.uns(), opened.uns());
        assertEquals(4, opened.x().orElseThrow().nnz());
        assertMatrix(data.x().orElseThrow(), opened.x().orElseThrow());
        assertMatrix(data.x().orElseThrow(), opened.layers().get("counts"));
        assertArrayEquals(new float[][]{{3, 4}, {5, 6}}, opened.obsm().get("X_aa").copy(1, 2));
        assertArrayEquals(new float[][]{{2}, {3}, {4}}, opened.varm().get("PCs").copy(1, 3));
        assertMatrix(data.obsp().get("connectivities"), opened.obsp().get("connectivities"));
    }

    private static void assertMatrix(final RowBlocks expected, final RowBlocks actual) throws IOException {
        assertEquals(expected.rows(), actual.rows());
        assertEquals(expected.columns(), actual.columns());
        try (var a = expected.open(); var b = actual.open()) {
            for (int row = 0; row < expected.rows(); row++) {
                final var left = a.next(1);
                final var right = b.next(1);
                assertArrayEquals(left.indices(), right.indices());
                assertArrayEquals(left.values(), right.values());
                assertEquals(row + 1, b.position());
            }
            assertEquals(null, b.next(1));
        }
    }

    @Test
    void aMatrixStreamsFromAnyRow() throws IOException {
        final var dense = random(5000, 30, 0.3);
        final var part = StoreWriter.matrix(folder("X"), "X", RowBlocks.of(CsrMatrix.fromDense(dense)), Progress.NONE);
        assertEquals(5000, part.rows());
        final var matrix = new StoredMatrix(new PartFolder(part, () -> folder("X")));
        try (var cursor = matrix.open(4321)) {
            final var block = cursor.next(100);
            assertEquals(100, block.rows());
            for (int i = 0; i < 100; i++) {
                final var row = new float[30];
                for (int e = block.begin(i); e < block.end(i); e++) {
                    row[block.indices()[e]] = block.values()[e];
                }
                assertArrayEquals(dense[4321 + i], row);
            }
        }
    }

    @Test
    void aNodeAddsOnlyItsOwnPart() throws IOException {
        final var parts = new ArrayList<>(StoreWriter.anndata(sample(), this::folder, Progress.NONE));
        final long before = folders();
        try (var out = StoreWriter.dense(folder("obsm/new"), "obsm/new", 3)) {
            out.append(new float[][]{{1, 2, 3}, {4, 5, 6}}, 2);
            out.append(new float[][]{{7, 8, 9}, {0, 0, 0}}, 1);
            parts.add(out.finish());
        }
        assertEquals(before + 1, folders());
        final var opened = StoredAnnData.open(parts, this::folder);
        assertArrayEquals(new float[]{7, 8, 9}, opened.obsm().get("new").copy(2, 1)[0]);
        assertEquals(2, opened.obsm().size());
    }

    private long folders() throws IOException {
        try (var folders = Files.list(m_folder)) {
            return folders.count();
        }
    }

    @Test
    void matricesAreNotTouchedUntilRead() throws IOException {
        final var parts = StoreWriter.anndata(sample(), this::folder, Progress.NONE);
        final List<String> asked = new ArrayList<>();
        final var opened = StoredAnnData.open(parts, part -> {
            asked.add(part.name());
            return folder(part);
        });
        assertEquals(List.of("obs", "var", "uns"), asked);
        opened.x().orElseThrow().open().close();
        assertEquals(List.of("obs", "var", "uns", "X"), asked);
    }

    @Test
    void anEmbeddingKeepsNamesAndProvenance() throws IOException {
        final var vectors = random(40, 16, 1);
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add("gène " + i);
        }
        final var provenance = new Provenance(Map.of("model", "text-embedding-ada-002"));
        final var part = StoreWriter.embedding(folder("e"), "embedding",
            new FeatureEmbedding(names, DenseMatrix.of(vectors, 16), provenance), Progress.NONE);
        final var opened = StoredEmbedding.open(part, folder("e"));
        assertEquals(names, opened.names());
        assertEquals(provenance, opened.provenance());
        assertArrayEquals(vectors, opened.vectors().copy(0, 40));
    }

    @Test
    void emptyDataComeBack() throws IOException {
        final var nobody = new Frame(new String[0], Map.of());
        final var none = AnnData.of(RowBlocks.of(CsrMatrix.fromDense(new float[0][])), nobody, nobody)
            .withObsm("e", DenseMatrix.of(new float[0][], 5));
        final var parts = StoreWriter.anndata(none, this::folder, Progress.NONE);
        final var opened = StoredAnnData.open(parts, this::folder);
        assertEquals(0, opened.cells());
        assertEquals(null, opened.x().orElseThrow().open().next(1));
        assertEquals(5, opened.obsm().get("e").columns());
    }

    @Test
    void missingCutAndChangedPartsAreRefused() throws IOException {
        final var part = StoreWriter.matrix(folder("X"), "X", RowBlocks.of(CsrMatrix.fromDense(random(50, 9, 1))),
            Progress.NONE);
        final Supplier<RowBlocks> matrix = () -> new StoredMatrix(new PartFolder(part, () -> folder("X")));
        final var file = folder("X").resolve("data.npy");
        final var bytes = Files.readAllBytes(file);
        final var changed = bytes.clone();
        changed[bytes.length - 2] ^= 1;
        Files.write(file, changed);
        assertTells(matrix, "changed");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));
        assertTells(matrix, "bytes");
        Files.delete(file);
        assertTells(matrix, "bytes");
        Files.write(file, bytes);
        assertEquals(9, matrix.get().open().next(1).nnz());
        assertTells(() -> new StoredMatrix(new PartFolder(part, () -> m_folder.resolve("elsewhere"))), "missing");
    }

    @Test
    void everyFlippedByteOfASmallPartIsNoticed() throws IOException {
        final var parts = StoreWriter.anndata(sample(), this::folder, Progress.NONE);
        int flipped = 0;
        for (final var part : parts) {
            try (var files = Files.list(folder(part))) {
                for (final var file : files.toList()) {
                    final var bytes = Files.readAllBytes(file);
                    for (int at = 0; at < bytes.length; at += 7, flipped++) {
                        bytes[at] ^= 4;
                        Files.write(file, bytes);
                        assertThrows(StoreException.class, () -> new PartFolder(part, () -> folder(part)).verified(),
                            part.name() + " " + file.getFileName() + " " + at);
                        bytes[at] ^= 4;
                    }
                    Files.write(file, bytes);
                }
            }
            new PartFolder(part, () -> folder(part)).verified();
        }
        assertTrue(flipped > 300, flipped + " bytes were tried");
    }

    private static void assertTells(final Supplier<RowBlocks> matrix, final String what) {
        final var refused = assertThrows(StoreException.class, () -> matrix.get().open());
        assertTrue(refused.getMessage().contains("'X'") && refused.getMessage().contains(what), refused.getMessage());
        assertTrue(refused.resolutions().get(0).contains("execute it again"));
    }

    @Test
    void aDamageInALongFileThatNoSampleSeesBreaksNoReader() throws IOException {
        // indices.npy is 20 MB here, so that pages between the samples are not summed
        final int rows = 500;
        final var part = StoreWriter.matrix(folder("X"), "X",
            RowBlocks.of(CsrMatrix.fromDense(random(rows, 10_500, 1))), Progress.NONE);
        final var file = folder("X").resolve("indices.npy");
        final var bytes = Files.readAllBytes(file);
        assertTrue(bytes.length > 20 << 20);
        final int between = (1 << 16) * 3 + 4096;
        bytes[between + 3] = 0x7f;
        Files.write(file, bytes);
        final var matrix = new StoredMatrix(new PartFolder(part, () -> folder("X")));
        final var refused = assertThrows(StoreException.class, () -> {
            try (var cursor = matrix.open()) {
                while (cursor.next(10) != null) {
                    // to the end
                }
            }
        });
        assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
    }

    @Test
    void nothingHalfWrittenStays() throws IOException {
        final var canceled = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        };
        final var matrix = RowBlocks.of(CsrMatrix.fromDense(random(10, 5, 1)));
        assertThrows(CanceledException.class, () -> StoreWriter.matrix(folder("X"), "X", matrix, canceled));
        assertFalse(Files.exists(folder("X")));
        StoreWriter.dense(folder("d"), "d", 4).close();
        assertFalse(Files.exists(folder("d")));
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(folder("X"));
        Files.writeString(folder("X").resolve("mine.txt"), "keep");
        final var matrix = RowBlocks.of(CsrMatrix.fromDense(random(10, 5, 1)));
        assertThrows(FileAlreadyExistsException.class,
            () -> StoreWriter.matrix(folder("X"), "X", matrix, Progress.NONE));
        assertEquals("keep", Files.readString(folder("X").resolve("mine.txt")));
    }

    @Test
    void checksumsTellPartsApart() throws IOException {
        final var a = StoreWriter.frame(folder("a"), "obs", new Frame(new String[]{"a"}, Map.of()));
        final var b = StoreWriter.frame(folder("b"), "obs", new Frame(new String[]{"b"}, Map.of()));
        final var again = StoreWriter.frame(folder("c"), "obs", new Frame(new String[]{"a"}, Map.of()));
        assertNotEquals(a, b);
        assertEquals(a, again);
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() throws IOException {
        final var parts = new ArrayList<>(StoreWriter.anndata(sample(), this::folder, Progress.NONE));
        parts.add(StoreWriter.dense(folder("obsm/x"), "obsm/x", DenseMatrix.of(new float[9][2], 2), Progress.NONE));
        assertThrows(StoreException.class, () -> StoredAnnData.open(parts, this::folder));
        assertThrows(StoreException.class, () -> StoredAnnData.open(List.of(), this::folder));
        assertThrows(StoreException.class, () -> StorePart.fromJson("{\"no\": 1}"));
        final var later = assertThrows(StoreException.class,
            () -> StorePart.fromJson("{\"format\": 2, \"new\": true, \"parts\": []}"));
        assertTrue(later.getMessage().contains("format 2"), later.getMessage());
    }
}
