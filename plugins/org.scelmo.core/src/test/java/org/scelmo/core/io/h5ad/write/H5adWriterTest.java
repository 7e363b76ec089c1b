package org.scelmo.core.io.h5ad.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.SmallDisk;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.io.hdf5.write.Hdf5WriteException;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedColumns;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class H5adWriterTest {

    @TempDir
    Path m_folder;

    static List<String> write(final AnnData data, final Path file, final Compression compression)
        throws IOException {
        return H5adWriter.write(data, file, ExistingFile.OVERWRITE, compression, Progress.NONE);
    }

    @Property(tries = 150)
    void everythingComesBackAsItWas(@ForAll final long seed, @ForAll final Compression compression)
        throws IOException {
        final var data = new RandomData(seed).any();
        final var file = Files.createTempFile("scelmo-writer", ".h5ad");
        try {
            assertEquals(List.of(), write(data, file, compression));
            try (var h5ad = H5adFile.open(file)) {
                final var content = h5ad.read(Selection.x(), Progress.NONE);
                assertTrue(data.cells() == 0 || data.genes() == 0 || content.notes().isEmpty(),
                    content.notes().toString());
                assertEquals(List.of(), content.leftOut());
                Same.check(data, content.data());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static AnnData annotated(final Map<String, Column> obs) {
        return AnnData.of(null, new Frame(new String[]{"a", "b"}, obs), new Frame(new String[0], Map.of()));
    }

    @Test
    void textsWithMissingEntriesBecomeCategories() throws IOException {
        final var file = m_folder.resolve("holes.h5ad");
        write(annotated(Map.of("type", new StringColumn(new String[]{null, "B"}))), file, Compression.GZIP);
        try (var h5ad = H5adFile.open(file)) {
            final var column = h5ad.obs().column("type").orElseThrow();
            assertEquals(List.of("B"), assertInstanceOf(CategoricalColumn.class, column).categories());
            assertTrue(column.isMissing(0));
        }
    }

    @Test
    void namesThatTheFormatDoesNotAllowAreChangedAndTold() throws IOException {
        final var file = m_folder.resolve("names.h5ad");
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (final var name : List.of("a/b", "a_b", "_index", "", ".")) {
            columns.put(name, new RealColumn(new double[]{columns.size(), 0}));
        }
        final var notes = write(annotated(columns), file, Compression.NONE);
        assertEquals(4, notes.size());
        assertTrue(notes.get(0).startsWith("obs: 'a/b' is called 'a_b_1' in the file"), notes.get(0));
        try (var h5ad = H5adFile.open(file)) {
            final var names = List.copyOf(h5ad.obs().columns().keySet());
            assertEquals(List.of("a_b_1", "a_b", "_index_1", "_", "__1"), names);
            assertEquals("1.0", h5ad.obs().column("a_b").orElseThrow().text(0));
        }
    }

    @Test
    void unsValuesWithoutPlaceAreLeftOutAndTold() throws IOException {
        final var file = m_folder.resolve("uns.h5ad");
        final var data = annotated(Map.of()).withUns("good", "kept")
            .withUns("bad", Map.of("mixed", List.of("a", 1L), "nested", List.of(List.of(1L)), "odd", new Object()))
            .withUns("numbers", List.of(1L, 0.5));
        assertEquals(3, write(data, file, Compression.NONE).size());
        try (var h5ad = H5adFile.open(file)) {
            assertEquals(Map.of("good", "kept", "bad", Map.of(), "numbers", List.of(1.0, 0.5)),
                h5ad.read(Selection.x(), Progress.NONE).data().uns());
        }
    }

    @Test
    void categoriesOfOldFilesAreNotWrittenToUns() throws IOException {
        final var file = m_folder.resolve("old.h5ad");
        final var data = annotated(Map.of("type", new CategoricalColumn(new int[]{0, 0}, List.of("B"), false)))
            .withUns("type_categories", List.of("B")).withUns("other_categories", "kept");
        assertEquals(1, write(data, file, Compression.NONE).size());
        try (var h5ad = H5adFile.open(file)) {
            assertEquals(Map.of("other_categories", "kept"), h5ad.read(Selection.x(), Progress.NONE).data().uns());
        }
    }

    @Test
    void tooManyColumnsAndNulCharactersAreRefusedAndLeaveNothing() throws IOException {
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < 4_091; i++) {
            columns.put("c" + i, new RealColumn(new double[2]));
        }
        final var file = m_folder.resolve("none.h5ad");
        final var many = assertThrows(H5adWriteException.class,
            () -> write(annotated(columns), file, Compression.NONE));
        assertTrue(many.getMessage().contains("4091 columns"), many.getMessage());
        columns.keySet().retainAll(List.copyOf(columns.keySet()).subList(0, 4_090));
        write(annotated(columns), m_folder.resolve("most.h5ad"), Compression.NONE);
        try (var h5ad = H5adFile.open(m_folder.resolve("most.h5ad"))) {
            assertEquals(columns.keySet(), h5ad.obs().columns().keySet());
        }
        Files.delete(m_folder.resolve("most.h5ad"));
        assertThrows(Hdf5WriteException.class, () -> write(
            annotated(Map.of("t", new StringColumn(new String[]{"a\0b", ""}))), file, Compression.NONE));
        assertEmpty();
    }

    private void assertEmpty() throws IOException {
        try (var files = Files.list(m_folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** Cancels at its n-th question. */
    private record CancelAt(int n, int[] asked) implements Progress {
        @Override
        public void update(final double fraction, final Supplier<String> message) {
            message.get();
        }

        @Override
        public void checkCanceled() {
            if (++asked[0] == n) {
                throw new CanceledException();
            }
        }
    }

    @Test
    void cancelingAnywhereLeavesNothing() throws IOException {
        final var data = new RandomData(1).any(30, 10);
        final var file = m_folder.resolve("out.h5ad");
        int n = 1;
        while (true) {
            final var progress = new CancelAt(n++, new int[1]);
            try {
                H5adWriter.write(data, file, ExistingFile.FAIL, Compression.GZIP, progress);
                break;
            } catch (final CanceledException e) { // as it should be
                assertEmpty();
            }
        }
        assertTrue(n > 2, "asked at least once");
    }

    @Test
    void progressNeverFallsAndEndsAtOne() throws IOException {
        final List<Double> told = new ArrayList<>();
        H5adWriter.write(new RandomData(3).any(50, 20), m_folder.resolve("out.h5ad"), ExistingFile.FAIL,
            Compression.NONE, new Progress() {
                @Override
                public void update(final double fraction, final Supplier<String> message) {
                    told.add(fraction);
                }

                @Override
                public void checkCanceled() {
                    // nobody cancels
                }
            });
        final var sorted = told.stream().mapToDouble(d -> d).toArray();
        Arrays.sort(sorted);
        assertEquals(Arrays.stream(sorted).boxed().toList(), told);
        assertEquals(1, told.get(told.size() - 1));
    }

    @Test
    void embeddingsAreComputedWhileTheyAreWritten() throws IOException {
        final var file = m_folder.resolve("computed.h5ad");
        final var rows = new ComputedRows(3, (sink, progress) -> {
            sink.append(new float[][]{{1, 2, 3}, {9, 9, 9}}, 1);
            sink.append(new float[][]{{4, 5, 6}}, 1);
        });
        final var there = DenseMatrix.of(new float[][]{{7}, {8}}, 1);
        H5adWriter.write(annotated(Map.of()).withObsm("there", there), Map.of("new", rows), file, ExistingFile.FAIL,
            Compression.GZIP, Progress.NONE);
        try (var h5ad = H5adFile.open(file)) {
            final var obsm = h5ad.read(Selection.x(), Progress.NONE).data().obsm();
            assertArrayEquals(new float[][]{{1, 2, 3}, {4, 5, 6}}, obsm.get("new").copy(0, 2));
            assertArrayEquals(new float[][]{{7}, {8}}, obsm.get("there").copy(0, 2));
        }
        assertThrows(IllegalArgumentException.class, () -> H5adWriter.write(
            annotated(Map.of()).withObsm("new", there), Map.of("new", rows), file, ExistingFile.OVERWRITE,
            Compression.NONE, Progress.NONE));
    }

    @Test
    void aComputationThatFailsLeavesNothing() throws IOException {
        final var rows = new ComputedRows(3, (sink, progress) -> {
            sink.append(new float[][]{{1, 2, 3}}, 1);
            throw new CanceledException();
        });
        assertThrows(CanceledException.class, () -> H5adWriter.write(annotated(Map.of()), Map.of("new", rows),
            m_folder.resolve("none.h5ad"), ExistingFile.FAIL, Compression.NONE, Progress.NONE));
        assertEmpty();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aFullDiskIsToldAndLeavesNothing(final Compression compression) throws IOException {
        final var data = new RandomData(1).any(200, 40).withObsm("e", DenseMatrix.of(new float[200][10], 10));
        assertTrue(SmallDisk.tryUntilItFits(List.of("out.h5ad"), folder -> H5adWriter.write(data,
            folder.resolve("out.h5ad"), ExistingFile.OVERWRITE, compression, Progress.NONE)) > 5);
    }

    /** SciPy refuses to take columns of a matrix whose offsets are wider than its indices. */
    @Test
    void offsetsAreAsWideAsIndicesEvenIfTheEntriesWereNotCountedBefore() throws IOException {
        final var file = m_folder.resolve("uncounted.h5ad");
        final var x = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 0, 2}, {0, 0, 3}}));
        final var genes = new Frame(new String[]{"g"}, Map.of());
        final var uncounted = new SelectedColumns(x, new int[]{2});
        assertEquals(-1, uncounted.nnz());
        write(AnnData.of(uncounted, annotated(Map.of()).obs(), genes), file, Compression.NONE);
        try (var hdf5 = Hdf5File.open(file)) {
            final var matrix = hdf5.root().group("X").orElseThrow();
            assertArrayEquals(new long[]{0, 1, 2}, matrix.dataset("indptr").orElseThrow().longs());
            for (final var name : List.of("indices", "indptr")) {
                assertEquals(Integer.BYTES, matrix.dataset(name).orElseThrow().type().size(), name);
            }
        }
    }
}
