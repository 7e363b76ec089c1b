package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;

/** A small MuData file, written here: two modalities, of which one has matrices in obsm with and without names. */
class ModalityAndObsmTest {

    private static final float[][] ADT = {{1, 2, 3}, {0, 0, 4}};

    @TempDir
    private Path m_folder;
    private Path m_file;

    @BeforeEach
    void write() {
        m_file = m_folder.resolve("small.h5mu");
        try (var hdf = HdfFile.write(m_file)) {
            final var modalities = hdf.putGroup("mod");
            final var cite = modalities.putGroup("cite");
            putAnnotations(cite, "A", "B");
            final var obsm = cite.putGroup("obsm");
            obsm.putDataset("adt_counts", ADT);
            obsm.putDataset("X_pca", new float[][]{{1, 2}, {3, 4}});
            final var frame = frame(obsm, "proteins", "c1", "c2");
            frame.putAttribute("column-order", new String[]{"CD3", "CD4"});
            frame.putDataset("CD3", new long[]{5, 6});
            frame.putDataset("CD4", new double[]{0.5, 0});
            final var uns = cite.putGroup("uns");
            uns.putDataset("other", new String[]{"x", "y", "z"});
            uns.putDataset("adt_names", new String[]{"CD8", "CD14", "CD19"});
            putAnnotations(modalities.putGroup("atac"), "peak");
        }
    }

    private static void putAnnotations(final WritableGroup group, final String... genes) {
        final var x = new float[2][genes.length];
        x[1][0] = 7;
        group.putDataset("X", x);
        frame(group, "obs", "c1", "c2");
        frame(group, "var", genes);
    }

    private static WritableGroup frame(final WritableGroup parent, final String name, final String... index) {
        final var group = parent.putGroup(name);
        group.putAttribute("encoding-type", "dataframe");
        group.putAttribute("_index", "_index");
        group.putDataset("_index", index);
        return group;
    }

    private H5adContent read(final String modality, final Selection selection) throws IOException {
        try (var file = H5adFile.openModality(m_file, modality)) {
            final var content = file.read(selection, Progress.NONE);
            assertEquals(content.data().genes(), Fixtures.dense(content.data().x().orElseThrow(), 1)[0].length);
            return content;
        }
    }

    private float[][] x(final String obsm) throws IOException {
        try (var file = H5adFile.openModality(m_file, "cite")) {
            return Fixtures.dense(file.read(Selection.obsm(obsm), Progress.NONE).data().x().orElseThrow(), 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"cite, A", "atac, peak"})
    void readsTheChosenModality(final String modality, final String gene) throws IOException {
        assertEquals(gene, read(modality, Selection.x()).data().var().index()[0]);
    }

    @Test
    void asksForAModalityWhereNoneIsRna() {
        final var refused = assertThrows(MalformedAnnDataException.class, () -> read("", Selection.x()));
        assertTrue(refused.getMessage().contains("atac") && refused.getMessage().contains("cite"),
            refused.getMessage());
    }

    @Test
    void namesOfADataFrameAreItsColumns() throws IOException {
        assertArrayEquals(new float[][]{{5, 0.5f}, {6, 0}}, x("proteins"));
        assertArrayEquals(new String[]{"CD3", "CD4"},
            read("cite", Selection.obsm("proteins")).data().var().index());
    }

    @Test
    void namesOfAnArrayAreTheRelatedListInUns() throws IOException {
        assertArrayEquals(ADT, x("adt_counts"));
        final var content = read("cite", Selection.obsm("adt_counts"));
        assertArrayEquals(new String[]{"CD8", "CD14", "CD19"}, content.data().var().index());
        assertTrue(content.notes().get(0).contains("uns/adt_names"), content.notes().toString());
    }

    @Test
    void anArrayWithoutNamesIsNumbered() throws IOException {
        final var content = read("cite", Selection.obsm("X_pca"));
        assertArrayEquals(new String[]{"X_pca_1", "X_pca_2"}, content.data().var().index());
        assertTrue(content.data().obsm().containsKey("adt_counts"), "the other embeddings come along");
    }

    @Test
    void listsWhatIsInObsm() {
        final var refused =
            assertThrows(MalformedAnnDataException.class, () -> read("cite", Selection.obsm("protein")));
        for (final var name : List.of("adt_counts", "X_pca", "proteins")) {
            assertTrue(refused.getMessage().contains(name), refused.getMessage());
        }
        assertThrows(MalformedAnnDataException.class, () -> read("atac", Selection.obsm("X_pca")));
    }
}
