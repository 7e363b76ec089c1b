package org.scelmo.core.io.h5ad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.rows.TemporaryFiles;

/** Files in every dialect that must be read, against the numbers that make_h5ad_fixtures.py put in. */
class H5adVariantsTest {

    private static final float[][] X = {{0, 1, 0, 2}, {0, 0, 0, 0}, {3, 0, 4, 0}};

    @ParameterizedTest
    @ValueSource(strings = {"csr", "csr_unsorted", "csr_big_endian", "csr_uint64", "csc", "dense_f2", "dense_big_f4",
        "dense_f8", "dense_i1", "dense_u1", "dense_big_i2", "dense_u2", "dense_u4", "dense_i8", "dense_u8",
        "dense_chunks", "dense_lzf_fletcher", "dense_compact", "skipped_filter", "latest_unicode", "duplicate_names",
        "soft_link", "slash_in_name", "columns", "uns_cycle"})
    void xIsTheSameInEveryDialect(final String name) throws IOException {
        assertArrayEquals(X, Fixtures.x(Fixtures.path(name)));
    }

    @Test
    void truthValuesAreZeroAndOne() throws IOException {
        assertArrayEquals(new float[][]{{0, 1, 0, 1}, {0, 0, 0, 0}, {1, 0, 1, 0}},
            Fixtures.x(Fixtures.path("dense_bool")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csr_duplicates", "csc_duplicates"})
    void repeatedEntriesAreSummed(final String name) throws IOException {
        assertArrayEquals(X, Fixtures.x(Fixtures.path(name)));
    }

    @Test
    void halvesAndLargeUnsignedNumbersAreExact() throws IOException {
        final var halves = Fixtures.x(Fixtures.path("dense_half_extremes"));
        // −6e-8 in half precision is the smallest subnormal, −2^-24
        assertArrayEquals(new float[]{65504, -0x1p-24f, 0, Float.POSITIVE_INFINITY}, halves[0]);
        assertEquals(0.333251953125f, halves[2][0]);
        assertArrayEquals(new float[]{0x1p64f, 0x1p63f, 0, 1}, Fixtures.x(Fixtures.path("dense_uint64_extremes"))[0]);
    }

    @Test
    void whatWasNeverWrittenHasTheFillValue() throws IOException {
        for (final var row : Fixtures.x(Fixtures.path("unallocated"))) {
            assertArrayEquals(new float[]{2.5f, 2.5f, 2.5f, 2.5f}, row);
        }
    }

    @Test
    void chunksOfTheLatestFormatAreFound() throws IOException {
        assertArrayEquals(new float[][]{{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}},
            Fixtures.x(Fixtures.path("latest_chunks")));
    }

    @Test
    void aFileWithoutCellsIsRead() throws IOException {
        assertEquals(0, Fixtures.x(Fixtures.path("no_cells")).length);
    }

    @Test
    void namesKeepTheirLetters() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("latest_unicode"))) {
            assertEquals(12, file.obs().columns().size());
            assertTrue(file.obs().column("größe 11").isPresent());
        }
        try (var file = H5adFile.open(Fixtures.path("latest_unicode_few"))) {
            assertEquals(List.of("größe", "gräße"), List.copyOf(file.obs().columns().keySet()));
        }
        try (var file = H5adFile.open(Fixtures.path("slash_in_name"))) {
            assertArrayEquals(new long[]{0, 1, 2}, ((IntegerColumn)file.obs().column("a/b").orElseThrow()).values());
        }
    }

    @Test
    void columnsOfEveryKindAreReadAndTheOthersNoted() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("columns"))) {
            final var content = file.read(Selection.annotations(), Progress.NONE);
            final var obs = content.data().obs();
            final var cat = (CategoricalColumn)obs.column("cat").orElseThrow();
            assertArrayEquals(new int[]{0, -1, 1}, cat.codes());
            assertEquals(List.of("x", "y"), cat.categories());
            assertTrue(cat.ordered());
            assertEquals(List.of("1", "3"), present(obs.column("int").orElseThrow()::text));
            assertEquals(List.of("true", "false"), present(obs.column("bool").orElseThrow()::text));
            assertEquals(List.of("a", ""), present(obs.column("text").orElseThrow()::text));
            assertEquals(0x1p64, ((RealColumn)obs.column("big").orElseThrow()).values()[0]);
            assertFalse(obs.column("wide").isPresent());
            assertEquals(2, content.notes().size(), content.notes().toString());
            assertTrue(content.notes().get(1).contains("'odd'"));
            final Map<String, H5adSummary.Kind> kinds = new HashMap<>();
            file.summary().obs().forEach(a -> kinds.put(a.name(), a.kind()));
            assertEquals(H5adSummary.Kind.UNKNOWN, kinds.get("odd"));
            assertEquals(H5adSummary.Kind.TEXT, kinds.get("text"));
        }
    }

    private static List<String> present(final IntFunction<String> text) {
        final List<String> present = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (text.apply(i) != null) {
                present.add(text.apply(i));
            }
        }
        return present;
    }

    @Test
    void repeatedNamesAreNotedWithExamples() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("duplicate_names"))) {
            final var notes = file.read(Selection.x(), Progress.NONE).notes();
            assertEquals(List.of(
                "Duplicated cell names: 1, such as 'a'. Make them unique in Python: adata.obs_names_make_unique().",
                "Duplicated gene names: 1, such as 'g'. Make them unique in Python: adata.var_names_make_unique()."),
                notes);
        }
    }

    @Test
    void missingCellsAreNoted() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("no_cells"))) {
            assertEquals(List.of("The file holds no cells."), file.read(Selection.x(), Progress.NONE).notes());
        }
    }

    @Test
    void theFirstValueThatIsNotFiniteIsNamed() throws IOException {
        assertEquals(Optional.of("X holds a value that is not a finite number: "
            + "NaN in cell 'c3', gene 'g1'."), nonFinite("nan"));
        assertEquals(Optional.of("X holds a value that is not a finite number: "
            + "Infinity in cell 'c3', gene 'g1'."), nonFinite("infinite"));
        assertEquals(Optional.empty(), nonFinite("csr"));
    }

    private static Optional<String> nonFinite(final String name) throws IOException {
        try (var file = H5adFile.open(Fixtures.path(name))) {
            final var check = new FiniteCheck(file.read(Selection.x(), Progress.NONE).data());
            Fixtures.dense(check.data().x().orElseThrow(), 1);
            return check.finding();
        }
    }

    @Test
    void circlesInUnsEnd() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("uns_cycle"))) {
            assertEquals(List.of("uns: 2 entries that are no simple values were left out."),
                file.read(Selection.x(), Progress.NONE).leftOut());
        }
    }

    @Test
    void aLayerOrNothingCanTakeThePlaceOfX() throws IOException {
        try (var file = H5adFile.open(Fixtures.path("soft_link"))) {
            final var data = file.read(Selection.layer("same"), Progress.NONE).data();
            assertArrayEquals(X, Fixtures.dense(data.x().orElseThrow(), 3));
            assertArrayEquals(X, Fixtures.dense(data.layers().get("same"), 3));
            assertTrue(file.read(Selection.x().withoutExtras(), Progress.NONE).data().layers().isEmpty());
            assertTrue(file.read(Selection.annotations(), Progress.NONE).data().x().isEmpty());
            assertThrows(MalformedAnnDataException.class, () -> file.read(Selection.raw(), Progress.NONE));
            final var refused =
                assertThrows(MalformedAnnDataException.class, () -> file.read(Selection.layer("no"), Progress.NONE));
            assertTrue(refused.getMessage().contains("same"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void columnsTurnIntoRowsThroughATemporaryFileOfAnyBands(final int bandEntries) throws IOException {
        try (var file = Hdf5File.open(Fixtures.path("csc_duplicates")); var files = new TemporaryFiles()) {
            final var node = MatrixNode.of(file, file.root().child("X").orElseThrow());
            final var rows = new CscRows(node, Offsets.read(node), files, bandEntries);
            for (int rowsAtOnce = 1; rowsAtOnce <= 4; rowsAtOnce++) {
                assertArrayEquals(X, Fixtures.dense(rows, rowsAtOnce));
            }
            try (var cursor = rows.open(2)) {
                assertArrayEquals(new int[]{0, 2}, Arrays.copyOf(cursor.next(9).indices(), 2));
                assertNull(cursor.next(1));
            }
        }
    }

    @Test
    void turningColumnsIntoRowsCanBeCanceled() throws IOException {
        final var canceled = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                assertTrue(fraction >= 0 && fraction <= 1 && !message.get().isBlank());
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        };
        try (var file = H5adFile.open(Fixtures.path("csc"))) {
            assertThrows(CanceledException.class, () -> file.read(Selection.x(), canceled));
        }
    }
}
