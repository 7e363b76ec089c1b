package org.scelmo.core.io.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.io.npy.NpyHeader;

/** More than 2³¹ numbers. The files take no room where the file system leaves out what was never written, as Linux's do. */
@EnabledOnOs(OS.LINUX)
class LargeMatrixTest {

    private static final long EDGE = 1L << 31;

    @TempDir
    private Path m_folder;

    private void write(final String file, final NpyHeader header, final long first, final Number... numbers)
        throws IOException {
        final int size = header.descr().charAt(2) - '0';
        try (var out = FileChannel.open(m_folder.resolve(file), StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(header.toBytes()), 0);
            final var bytes = ByteBuffer.allocate(numbers.length * size).order(ByteOrder.LITTLE_ENDIAN);
            for (final var number : numbers) {
                if (header.descr().equals(NpyHeader.FLOAT32)) {
                    bytes.putFloat(number.floatValue());
                } else if (header.descr().equals(NpyHeader.INT32)) {
                    bytes.putInt(number.intValue());
                } else {
                    bytes.putLong(number.longValue());
                }
            }
            out.write(bytes.flip(), header.bytes() + first * size);
            // the file ends where the last number does, written or not
            final long end = header.bytes() + header.elements() * size;
            if (out.size() < end) {
                out.write(ByteBuffer.allocate(1), end - 1);
            }
        }
    }

    private PartFolder part(final StorePart.Kind kind, final long rows, final long columns, final long entries)
        throws IOException {
        final var sum = Checksum.of(m_folder);
        final var part = new StorePart("X", kind, rows, columns, entries, sum.bytes(), sum.sum());
        return new PartFolder(part, () -> m_folder);
    }

    @Test
    void entriesOfASparseMatrixAreFoundBeyondTwoToThe31() throws IOException {
        final long entries = EDGE + 5;
        write("indptr.npy", NpyHeader.of(NpyHeader.INT64, 5), 0, 0, 1L << 30, EDGE - 2, EDGE + 2, entries);
        write("indices.npy", NpyHeader.of(NpyHeader.INT32, entries), EDGE - 2, 1, 4, 6, 7, 0, 2, 9);
        write("data.npy", NpyHeader.of(NpyHeader.FLOAT32, entries), EDGE - 2, 1, 2, 3, 4, 5, 6, 7);
        final var matrix = new StoredMatrix(part(StorePart.Kind.MATRIX, 4, 10, entries));
        assertEquals(entries, matrix.nnz());
        try (var cursor = matrix.open(2)) {
            final var across = cursor.next(1);
            assertArrayEquals(new int[]{1, 4, 6, 7}, across.indices());
            assertArrayEquals(new float[]{1, 2, 3, 4}, across.values());
            final var beyond = cursor.next(9);
            assertArrayEquals(new long[]{0, 3}, beyond.offsets());
            assertArrayEquals(new int[]{0, 2, 9}, beyond.indices());
            assertArrayEquals(new float[]{5, 6, 7}, beyond.values());
            assertNull(cursor.next(1));
        }
    }

    @Test
    void rowsOfADenseMatrixAreFoundBeyondTwoToThe31() throws IOException {
        final int columns = 1536;
        final long rows = EDGE / columns + 3;
        write("data.npy", NpyHeader.of(NpyHeader.FLOAT32, rows, columns), (rows - 1) * columns, 1, 2, 3);
        final var matrix = new StoredDense(part(StorePart.Kind.DENSE, rows, columns, -1));
        final var last = matrix.copy(rows - 2, 2);
        assertArrayEquals(new float[columns], last[0]);
        assertArrayEquals(new float[]{1, 2, 3, 0}, Arrays.copyOf(last[1], 4));
    }
}
