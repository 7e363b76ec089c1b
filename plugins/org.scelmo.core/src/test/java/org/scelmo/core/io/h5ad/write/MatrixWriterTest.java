package org.scelmo.core.io.h5ad.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.io.hdf5.write.Hdf5Writer;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

class MatrixWriterTest {

    private static final RowBlocks X =
        RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 0, 2}, {0, 0, 0}, {3, 4, 5}}));

    @TempDir
    Path m_folder;

    private int indexBytes(final RowBlocks rows, final long most) throws IOException {
        final var file = m_folder.resolve("x.h5");
        try (var hdf5 = Hdf5Writer.create(file, Compression.GZIP)) {
            MatrixWriter.sparse(hdf5.root(), "X", rows, most, Progress.NONE);
            hdf5.finish();
        }
        try (var hdf5 = Hdf5File.open(file)) {
            final var x = hdf5.root().group("X").orElseThrow();
            final var indices = x.dataset("indices").orElseThrow();
            final var offsets = x.dataset("indptr").orElseThrow();
            final var read = new int[5];
            indices.open().ints(0, 5, read, 0);
            assertArrayEquals(new int[]{0, 2, 0, 1, 2}, read);
            final var ends = new long[4];
            offsets.open().longs(0, 4, ends, 0);
            assertArrayEquals(new long[]{0, 2, 2, 5}, ends);
            assertEquals(indices.type().size(), offsets.type().size(), "as wide as each other");
            return indices.type().size();
        }
    }

    /** The same rows, with the number of entries unknown as long as they are computed. */
    private record Uncounted(RowBlocks source) implements RowBlocks {

        @Override
        public long rows() {
            return source.rows();
        }

        @Override
        public int columns() {
            return source.columns();
        }

        @Override
        public long nnz() {
            return -1;
        }

        @Override
        public Cursor open(final long firstRow) throws IOException {
            return source.open(firstRow);
        }
    }

    @Test
    void indicesAndOffsetsAreWideWhereEntriesAreMany() throws IOException {
        assertEquals(Integer.BYTES, indexBytes(X, 5));
        assertEquals(Long.BYTES, indexBytes(X, 4));
    }

    @Test
    void entriesAreCountedFirstWhereTheirNumberIsNotKnown() throws IOException {
        final var uncounted = new Uncounted(X);
        assertEquals(Integer.BYTES, indexBytes(uncounted, 5));
        assertEquals(Long.BYTES, indexBytes(uncounted, 4));
        assertEquals(Integer.BYTES, indexBytes(uncounted, 9), "never more than cells times genes");
    }
}
