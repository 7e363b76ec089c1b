package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.StructureChecksum;

class MatrixInPlaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"csr", "csr_unsorted", "csr_duplicates", "csr_big_endian", "csr_uint64", "dense_f2",
        "dense_i8", "dense_bool", "dense_chunks", "dense_lzf_fletcher", "dense_compact", "latest_chunks", "soft_link",
        "slash_in_name", "uns_cycle", "columns", "unallocated"})
    void isTheMatrixThatReadingGives(final String name) throws IOException {
        final var path = Fixtures.path(name);
        final String[] cells;
        final String location;
        try (var file = H5adFile.open(path)) {
            cells = file.obs().index();
            location = file.inPlace(Selection.x().withoutExtras()).orElseThrow().get("X").location();
        }
        try (var matrix = MatrixInPlace.of(Hdf5File.open(path), location)) {
            assertArrayEquals(Fixtures.x(path), Fixtures.dense(matrix.rows(cells), 2));
        }
    }

    @Test
    void columnsAreRefusedWithWhatToDo() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("csc"))) {
            final var refused = assertThrows(MalformedAnnDataException.class, () -> file.inPlace(Selection.x()));
            assertTrue(refused.getMessage().contains("by columns"), refused.getMessage());
            assertTrue(refused.resolutions().get(0).startsWith("Import"));
        }
    }

    @Test
    void whatIsNoMatrixIsRefused() throws IOException {
        try (var file = Hdf5File.open(Fixtures.path("csr"))) {
            for (final var location : new String[]{"/nothing", "/X/nothing", "/obs"}) {
                assertThrows(MalformedAnnDataException.class, () -> MatrixInPlace.of(file, location));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csr", "csc", "dense_f2", "columns", "slash_in_name", "soft_link", "uns_cycle",
        "latest_unicode", "latest_unicode_few", "latest_chunks", "long_array", "no_cells", "skipped_filter",
        "bad_external_link", "bad_link_loop", "bad_link_nowhere",
        "bad_filter_unknown", "bad_huge_claim"})
    void everyStructureHasAChecksum(final String name) throws IOException {
        try (var file = Hdf5File.open(Fixtures.path(name)); var same = Hdf5File.open(Fixtures.path(name))) {
            final var sum = StructureChecksum.of(file);
            assertEquals(sum, StructureChecksum.of(same));
            try (var other = Hdf5File.open(Fixtures.path("csr_unsorted"))) {
                assertFalse(sum.equals(StructureChecksum.of(other)));
            }
        }
    }

    @Test
    void dataOfOtherFilesAreRefused() throws IOException {
        for (final var name : new String[]{"bad_external_storage", "bad_virtual"}) {
            try (var file = Hdf5File.open(Fixtures.path(name))) {
                assertThrows(ScelmoException.class, () -> StructureChecksum.of(file));
            }
        }
    }

    @Test
    void aFileWithoutXHasNoMatrixInPlace() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("csr"))) {
            assertTrue(file.inPlace(Selection.annotations()).isEmpty());
            assertThrows(ScelmoException.class, () -> file.inPlace(Selection.layer("none")));
        }
    }
}
