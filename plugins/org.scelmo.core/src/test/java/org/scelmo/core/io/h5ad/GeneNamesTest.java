package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.core.io.hdf5.Hdf5Exception;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

class GeneNamesTest {

    private static final String[] GENES = {"GAPDH", "ACTB", "XYZ1"};
    private static final String[] BARCODES = {"AAACCTGAGAAACCAT-1", "AAACCTGAGAAACCGC-1"};

    @TempDir
    Path m_folder;

    private List<String> notes(final String[] cells, final String[] genes) throws IOException {
        final var x = RowBlocks.of(CsrMatrix.fromDense(new float[cells.length][genes.length]));
        final var file = m_folder.resolve("x.h5ad");
        H5adWriter.write(AnnData.of(x, new Frame(cells, Map.of()), new Frame(genes, Map.of())), file,
            ExistingFile.OVERWRITE, Compression.NONE, Progress.NONE);
        try (var h5ad = H5adFile.open(file)) {
            return h5ad.read(Selection.x(), Progress.NONE).notes();
        }
    }

    @Test
    void genesAndCellsThatAreMixedUpAreTold() throws IOException {
        final var notes = notes(GENES, BARCODES);
        assertEquals(1, notes.size(), notes.toString());
        assertTrue(notes.get(0).contains("mixed up") && notes.get(0).contains("'GAPDH'")
            && notes.get(0).contains("adata.T"), notes.toString());
    }

    @Test
    void nothingIsToldWhereNamesAreAsTheyShouldBeOrTellNothing() throws IOException {
        assertEquals(List.of(), notes(BARCODES, GENES));
        assertEquals(List.of(), notes(new String[]{"1", "2"}, new String[]{"a", "b"}));
        assertEquals(List.of(), notes(GENES, GENES), "genes described by genes");
    }

    @Test
    void aFolderInsteadOfAFileIsTold() {
        final var refused = assertThrows(Hdf5Exception.class, () -> Hdf5File.open(m_folder));
        assertTrue(refused.getMessage().contains("this is a folder, not a file"), refused.getMessage());
    }
}
