package org.scelmo.core.io.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.io.Dense;
import org.scelmo.core.io.file.DiskFullException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EntrySpoolTest {

    private record Entry(int row, int column, float value) {
    }

    /** Bands of very few entries, so that temporary files are used; repeated entries are summed. */
    @Property(tries = 200)
    void entriesInAnyOrderComeOutAsRows(@ForAll @IntRange(min = 1, max = 30) final int rows,
        @ForAll @IntRange(min = 1, max = 20) final int columns, @ForAll @IntRange(max = 120) final int count,
        @ForAll @IntRange(min = 1, max = 40) final int bandEntries, @ForAll final boolean shuffled,
        @ForAll final long seed) throws IOException {
        final var random = new Random(seed);
        final List<Entry> entries = new ArrayList<>();
        final var dense = new float[rows][columns];
        final var turned = new float[columns][rows];
        for (int i = 0; i < count; i++) {
            final var entry = new Entry(random.nextInt(rows), random.nextInt(columns), 1 + random.nextInt(9));
            entries.add(entry);
            dense[entry.row()][entry.column()] += entry.value();
            turned[entry.column()][entry.row()] += entry.value();
        }
        if (shuffled) {
            Collections.shuffle(entries, random);
        } else {
            entries.sort((a, b) -> Integer.compare(a.row(), b.row()));
        }
        try (var files = new TemporaryFiles()) {
            final var spool = new EntrySpool(files, bandEntries);
            for (final var entry : entries) {
                spool.add(entry.row(), entry.column(), entry.value());
            }
            assertArrayEquals(turned, Dense.of(spool.turned(rows, columns, Progress.NONE)));
            assertArrayEquals(dense, Dense.of(spool.rows(rows, columns, Progress.NONE)));
        }
    }

    @Test
    void aFullDiskIsToldWithTheFolderAndHowToChooseAnother() throws IOException {
        final var disk = Configuration.unix().toBuilder().setBlockSize(1024).setMaxSize(200 * 1024).build();
        try (var system = Jimfs.newFileSystem(disk);
                var files = new TemporaryFiles(Files.createDirectory(system.getPath("/data")))) {
            final var full = assertThrows(DiskFullException.class, () -> {
                final var spool = new EntrySpool(files);
                for (int i = 0; i < 1_000_000; i++) {
                    spool.add(i % 100, i % 10, 1);
                }
            });
            assertTrue(full.getMessage().contains("'/data'"), full.getMessage());
            assertTrue(full.resolutions().toString().contains("java.io.tmpdir"), full.resolutions().toString());
        }
    }
}
