package org.scelmo.core.io.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class NpyHeaderTest {

    @Property
    void readsWhatItWrites(@ForAll @Size(max = 4) final List<@LongRange(max = 1L << 40) Long> axes)
        throws IOException {
        final var shape = axes.stream().mapToLong(Long::longValue).toArray();
        final var written = NpyHeader.of(NpyHeader.FLOAT32, shape);
        final var bytes = written.toBytes();
        assertEquals(0, bytes.length % 64, "numbers begin aligned");
        assertEquals(bytes.length, written.bytes());
        final var read = NpyHeader.read(new ByteArrayInputStream(bytes));
        assertEquals("<f4", read.descr());
        assertArrayEquals(shape, read.shape());
        assertEquals(bytes.length, read.bytes());
    }

    @Test
    void readsWhatNumpyWrites() throws IOException {
        // numpy.save of numpy.zeros((3, 2), ">f8", order="F"), NumPy 1.24
        final var text = "{'descr': '>f8', 'fortran_order': True, 'shape': (3, 2), }";
        final var header = NpyHeader.read(new ByteArrayInputStream(file(text)));
        assertEquals(">f8", header.descr());
        assertTrue(header.fortranOrder());
        assertArrayEquals(new long[]{3, 2}, header.shape());
        assertEquals(6, header.elements());
    }

    @Test
    void refusesWhatIsNotOne() {
        assertRefused("PK\3\4 something else".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(new byte[0]);
        assertRefused(file("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (3,), }"));
        assertRefused(file("{'descr': '<f4', 'fortran_order': False, 'shape': (-3,), }"));
        assertRefused(file("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }"));
        final var whole = NpyHeader.of(NpyHeader.INT64, 5).toBytes();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void refusesMoreElementsThanALongCounts() throws IOException {
        final var text = "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }";
        final var header = NpyHeader.read(new ByteArrayInputStream(file(text)));
        assertThrows(NpyFormatException.class, header::elements);
    }

    private static void assertRefused(final byte[] bytes) {
        assertThrows(NpyFormatException.class, () -> NpyHeader.read(new ByteArrayInputStream(bytes)));
    }

    private static byte[] file(final String text) {
        final var bytes = new byte[10 + text.length()];
        System.arraycopy(NpyHeader.of("<f4").toBytes(), 0, bytes, 0, 8);
        bytes[8] = (byte)text.length();
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 10, text.length());
        return bytes;
    }
}
