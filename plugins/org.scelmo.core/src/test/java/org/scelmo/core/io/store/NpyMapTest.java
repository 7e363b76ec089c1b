package org.scelmo.core.io.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.io.npy.NpyHeader;

class NpyMapTest {

    @TempDir
    private Path m_folder;

    /** The file takes no room where the file system leaves out what was never written, as Linux's do. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsAcrossSegmentsOfAFileOfManyGigabytes() throws IOException {
        final long elements = 2_400_000_000L;
        final long edge = (1L << 30) / Float.BYTES * 3;
        final var header = NpyHeader.of(NpyHeader.FLOAT32, elements);
        final var file = m_folder.resolve("large.npy");
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(header.toBytes()), 0);
            final var four = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            four.putFloat(1).putFloat(2).putFloat(3).putFloat(4);
            out.write(four.flip(), header.bytes() + (edge - 2) * Float.BYTES);
            out.write(four.rewind(), header.bytes() + (elements - 4) * Float.BYTES);
        }
        final var map = new NpyMap("X", file, NpyHeader.FLOAT32, elements);
        assertEquals(elements, map.elements());
        final var values = new float[6];
        map.floats(edge - 3, values, 0, 6);
        assertArrayEquals(new float[]{0, 1, 2, 3, 4, 0}, values);
        map.floats(elements - 4, values, 2, 4);
        assertArrayEquals(new float[]{0, 1, 1, 2, 3, 4}, values);
    }

    @Test
    void whatDoesNotHoldTheNumbersExpectedIsRefused() throws IOException {
        final var file = m_folder.resolve("data.npy");
        final var header = NpyHeader.of(NpyHeader.INT32, 3);
        final var bytes = ByteBuffer.allocate(header.bytes() + 12).put(header.toBytes());
        Files.write(file, bytes.array());
        assertEquals(3, new NpyMap("X", file, NpyHeader.INT32, 3).elements());
        assertThrows(StoreException.class, () -> new NpyMap("X", file, NpyHeader.FLOAT32, 3));
        assertThrows(StoreException.class, () -> new NpyMap("X", file, NpyHeader.INT32, 4));
        assertThrows(StoreException.class, () -> new NpyMap("X", file, NpyHeader.INT32, 3, 1));
        Files.write(file, new byte[40]);
        assertThrows(StoreException.class, () -> new NpyMap("X", file, NpyHeader.INT32, 3));
    }
}
