package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.io.hdf5.Hdf5Exception;
import org.scelmo.core.io.hdf5.UnsupportedFilterException;

/** Files that must be refused: the message says what and where, and something can be done. */
class H5adBadInputTest {

    @TempDir
    private Path m_folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bad_indptr_falls      | /X/indptr     | fall from 3 to 2 at position 2
        bad_indptr_start      | /X/indptr     | do not begin with 0
        bad_indptr_end        | /X/indptr     | end at 5, but there are 4 entries
        bad_indptr_length     | /X/indptr     | there are 3 offsets, but 4 are needed
        bad_index_large       | /X/indices    | 'c1') has an entry in column 4, but the columns go from 0 to 3
        bad_index_negative    | /X/indices    | has an entry in column -1, but the columns go from 0 to 3
        bad_csc_index         | /X/indices    | entry 2 is outside the rows 0 to 2
        bad_lengths           | /X            | there are 3 values, but 4 indices
        bad_shape             | /X            | 3 × 5, but there are 3 cells and 4 genes
        bad_obs_length        | /X            | 3 × 4, but there are 2 cells and 4 genes
        bad_codes             | /obs/cat/codes | entry 1 has the code 2, but there are only 2 categories
        bad_column_length     | /obs/short    | has 2 entries, but there are 3 names
        bad_encoding          | /X            | the encoding 'coo_matrix' is not known
        bad_frame_encoding    | /obs          | the encoding 'from-the-future' is not known for annotations
        bad_no_obs            | /             | 'obs' is missing
        bad_no_var            | /             | 'var' is missing
        bad_no_indptr         | /X            | has no 'indptr'
        bad_no_index          | /obs          | the names ('_index') are missing
        bad_listed_column     | /obs          | the column 'gone' is listed, but missing
        bad_obsm_rows         | /obsm/X_pca   | there are 2 rows, but 3 cells
        bad_external_link     | /X            | a link to another file ('/etc/passwd'), which is never followed
        bad_external_storage  | /X            | lie in another file (external or virtual storage)
        bad_virtual           | /X            | lie in another file (external or virtual storage)
        bad_link_loop         | /             | leads to other links without end
        bad_link_nowhere      | /X            | leads to '/nowhere', which does not exist
        bad_filter_zfp        | /X/data       | compressed with 'zfp', which is not supported
        bad_filter_blosc      | /X/data       | compressed with 'blosc', which is not supported
        bad_filter_unknown    | /X/data       | compressed with 'filter 40000', which is not supported
        bad_huge_claim        | /X            | numbers is expected, but this is float64 of shape [3, 2147483648]
        bad_huge_obs          | /obs/_index   | elements are claimed, but only 0 bytes are stored
        """)
    void isRefusedWithWhatWhereAndHow(final String name, final String location, final String what) {
        final var refused = assertThrows(Hdf5Exception.class, () -> Fixtures.x(Fixtures.path(name)));
        assertTrue(refused.getMessage().contains(what), refused.getMessage());
        assertTrue(refused.getMessage().startsWith(name + ".h5ad, "), refused.getMessage());
        assertTrue(refused.location().startsWith(location), refused.location());
    }

    @Test
    void aFilterThatIsNotReadComesWithTheCommandThatHelps() {
        final var refused = assertThrows(UnsupportedFilterException.class,
            () -> Fixtures.x(Fixtures.path("bad_filter_zfp")));
        assertEquals("zfp", refused.filter());
        assertTrue(refused.resolutions().get(0).contains("a = anndata.read_h5ad(\"bad_filter_zfp.h5ad\"); "
            + "a.write_h5ad(\"out.h5ad\", compression=\"gzip\")"), refused.resolutions().toString());
    }

    @Test
    void theSummaryOfAFileWithAnUnreadableFilterStillTells() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("bad_filter_zfp"))) {
            assertEquals(List.of("zfp"), file.summary().x().orElseThrow().filters());
        }
    }

    @Test
    void aFileThatIsNotHdf5IsSaidToBeNone() throws IOException {
        final var path = m_folder.resolve("table.h5ad");
        for (final var text : new String[]{"", "cell,gene\n", "x".repeat(5000)}) {
            Files.writeString(path, text);
            final var refused = assertThrows(Hdf5Exception.class, () -> H5adFile.open(path));
            assertTrue(refused.getMessage().contains("this is not an HDF5 file"), refused.getMessage());
            assertFalse(refused.resolutions().isEmpty());
        }
        assertThrows(NoSuchFileException.class, () -> H5adFile.open(m_folder.resolve("absent.h5ad")));
    }

    /** jhdf would reserve gigabytes for them before it finds the structure damaged. */
    @ParameterizedTest
    @CsvSource({"latest_chunks, BTHD, 26, a tree claims", "latest_unicode, BTHD, 26, a tree claims",
        "latest_unicode, FRHP, 140, a heap claims"})
    void countsBeyondTheFileAreRefusedBeforeMemoryIsTaken(final String name, final String structure, final int offset,
        final String what) throws IOException {
        final var bytes = Files.readAllBytes(Fixtures.path(name));
        final var text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(structure); at >= 0; at = text.indexOf(structure, at + 1)) {
            bytes[at + offset] = (byte)0xFF;
            bytes[at + offset + 1] = (byte)0xFF;
            if (structure.equals("FRHP")) {
                bytes[at + 110] = (byte)0xFF;
                bytes[at + 111] = (byte)0xFF;
            } else {
                bytes[at + offset + 3] = 0x7F;
            }
        }
        final var path = m_folder.resolve("claim.h5ad");
        Files.write(path, bytes);
        final var refused = assertThrows(Hdf5Exception.class, () -> Fixtures.x(path));
        assertTrue(refused.getMessage().contains(what), refused.getMessage());
    }

    /** Every length, so that the cut goes through every kind of structure. */
    @Test
    void aFileCutOffAnywhereIsRefusedOrLacksOnlyPadding() throws IOException {
        final var whole = Files.readAllBytes(Fixtures.path("dense_chunks"));
        final var x = Fixtures.x(Fixtures.path("dense_chunks"));
        final var path = m_folder.resolve("cut.h5ad");
        int refused = 0;
        for (int length = 0; length < whole.length; length += 13) {
            Files.write(path, Arrays.copyOf(whole, length));
            try {
                assertTrue(Arrays.deepEquals(x, Fixtures.x(path)), "cut at " + length + ": other numbers");
            } catch (Hdf5Exception e) {
                assertFalse(e.resolutions().isEmpty() && e.getMessage().isBlank());
                refused++;
            }
        }
        assertTrue(refused > whole.length / 13 / 2, refused + " were refused");
    }
}
