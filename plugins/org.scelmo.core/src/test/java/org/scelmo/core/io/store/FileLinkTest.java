package org.scelmo.core.io.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

class FileLinkTest {

    private static final float[][] COUNTS = {{1, 0, 2}, {0, 3, 0}, {4, 0, 5}, {0, 0, 0}};

    @TempDir
    Path m_folder;

    private Path m_file;

    private List<StorePart> m_parts;

    private static RowBlocks rows(final float factor) {
        final var scaled = new float[COUNTS.length][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = new float[]{COUNTS[i][0] * factor, COUNTS[i][1] * factor, COUNTS[i][2] * factor};
        }
        return RowBlocks.of(CsrMatrix.fromDense(scaled));
    }

    private Path write(final String name, final float factor) throws IOException {
        return write(name, "counts", factor);
    }

    private Path write(final String name, final String layer, final float factor) throws IOException {
        final var data = AnnData.of(rows(factor), new Frame(new String[]{"a", "b", "c", "d"}, Map.of()),
            new Frame(new String[]{"x", "y", "z"}, Map.of())).withLayer(layer, rows(2 * factor));
        final var file = m_folder.resolve(name);
        H5adWriter.write(data, file, ExistingFile.FAIL, Compression.NONE, Progress.NONE);
        return file;
    }

    @BeforeEach
    void link() throws IOException {
        m_file = write("cells.h5ad", 1);
        final var link = FileLink.to(m_file, "/");
        try (var source = H5adFile.open(m_file)) {
            final var places = source.inPlace(Selection.x()).orElseThrow();
            assertEquals(List.of("X", "layers/counts"), List.copyOf(places.keySet()));
            final var stored = StoreWriter.anndata(source.read(Selection.x(), Progress.NONE).data().withoutMatrices(),
                name -> m_folder.resolve("store").resolve(name), Progress.NONE);
            m_parts = new ArrayList<>(stored);
            places.forEach((name, place) -> m_parts.add(StorePart.linked(name, place, link)));
        }
    }

    private AnnData open() throws IOException {
        return StoredAnnData.open(StorePart.fromJson(StorePart.toJson(m_parts)),
            part -> m_folder.resolve("store").resolve(part.name()));
    }

    private static float[] values(final RowBlocks matrix) throws IOException {
        try (var cursor = matrix.open()) {
            return cursor.next(10).values();
        }
    }

    private String refusal() throws IOException {
        final var x = open().x().orElseThrow(); // opening the annotations does not need the file
        final var refused = assertThrows(LinkedFileException.class, x::open);
        assertTrue(refused.getMessage().contains(m_file.toString()), refused.getMessage());
        assertTrue(refused.resolutions().get(0).contains("AnnData Reader"), refused.resolutions().toString());
        return refused.getMessage();
    }

    @Test
    void matricesAreReadFromTheFile() throws IOException {
        final var data = open();
        assertEquals(4, data.x().orElseThrow().rows());
        assertEquals(5, data.x().orElseThrow().nnz());
        assertEquals(List.of(1f, 2f, 3f, 4f, 5f), list(values(data.x().orElseThrow())));
        assertEquals(List.of(2f, 4f, 6f, 8f, 10f), list(values(data.layers().get("counts"))));
        try (var late = data.x().orElseThrow().open(2)) {
            assertEquals(2, late.position());
            assertEquals(List.of(4f, 5f), list(late.next(1).values()));
        }
    }

    private static List<Float> list(final float[] values) {
        final var list = new ArrayList<Float>();
        for (final float value : values) {
            list.add(value);
        }
        return list;
    }

    @Test
    void theFileIsOpenOnlyWhileACursorIs() throws IOException {
        final var x = open().x().orElseThrow();
        final var first = x.open();
        final var second = x.open(1);
        second.close();
        second.close(); // closing twice must not close the file for the other
        assertEquals(5, first.next(10).nnz());
        first.close();
        Files.delete(m_file);
        assertThrows(LinkedFileException.class, x::open);
        final var again = write("cells.h5ad", 1);
        Files.setLastModifiedTime(again, FileTime.fromMillis(m_parts.get(m_parts.size() - 1).link().modified()));
        assertEquals(5, values(x).length, "the same file is back");
    }

    @Test
    void aFileThatIsGoneIsRefused() throws IOException {
        Files.move(m_file, m_folder.resolve("elsewhere.h5ad"));
        assertTrue(refusal().contains("moved"));
    }

    @Test
    void aFileOfAnotherLengthIsRefused() throws IOException {
        Files.write(m_file, new byte[]{0}, StandardOpenOption.APPEND);
        assertTrue(refusal().contains("bytes"));
    }

    @Test
    void aFileOfAnotherDateIsRefused() throws IOException {
        Files.setLastModifiedTime(m_file, FileTime.fromMillis(1_000_000));
        assertTrue(refusal().contains("1970-01-01T00:16:40Z"));
    }

    @Test
    void aFileOfAnotherStructureIsRefusedWhateverItsDateAndLength() throws IOException {
        final var date = Files.getLastModifiedTime(m_file);
        final var size = Files.size(m_file);
        Files.delete(m_file);
        write("cells.h5ad", "counte", 1);
        assertEquals(size, Files.size(m_file));
        Files.setLastModifiedTime(m_file, date);
        assertTrue(refusal().contains("another file"));
    }

    @Test
    void aCopyOfTheFileHasTheSameStructure() throws IOException {
        final var copy = Files.copy(m_file, m_folder.resolve("copy.h5ad"));
        assertEquals(FileLink.to(m_file, "/").structure(), FileLink.to(copy, "/").structure());
    }

    @Test
    void aListOfPartsWithALinkToNowhereIsRefused() {
        final var json = StorePart.toJson(m_parts).replaceAll(",\"link\":\\{[^}]*\\}", "");
        assertThrows(StoreException.class, () -> StorePart.fromJson(json));
    }
}
