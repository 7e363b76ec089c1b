package org.scelmo.core.io.hdf5.write;

import java.util.Arrays;
import java.util.zip.Deflater;

/** How the chunks of datasets are stored. */
public enum Compression {
    /** As they are. */
    NONE,
    /**
     * Bytes of equal significance together (shuffle), then gzip at level 1: faster than h5py's level 4 for somewhat
     * larger files.
     */
    GZIP;

    private static final int LEVEL = 1;
    private static final int SHUFFLE_ID = 2;
    private static final int DEFLATE_ID = 1;

    /** @return the filter pipeline message, version 2 */
    Bytes message(final int elementSize) {
        return new Bytes().u8(2, 2) //
            .u16(SHUFFLE_ID).u16(1).u16(1).u32(elementSize) //
            .u16(DEFLATE_ID).u16(1).u16(1).u32(LEVEL);
    }

    /** One dataset's filter; holds native memory until closed. */
    static final class Gzip implements AutoCloseable {

        private final Deflater m_deflater = new Deflater(LEVEL);
        private final int m_elementSize;
        private byte[] m_shuffled = new byte[0];
        private byte[] m_packed = new byte[0];

        Gzip(final int elementSize) {
            m_elementSize = elementSize;
        }

        /** @return number of bytes, which stand at the start of {@link #packed()} until the next call */
        int pack(final byte[] chunk, final int length) {
            if (m_shuffled.length < length) {
                m_shuffled = new byte[length];
                m_packed = new byte[length + length / 100 + 64];
            }
            shuffle(chunk, length);
            m_deflater.reset();
            m_deflater.setInput(m_shuffled, 0, length);
            m_deflater.finish();
            int size = 0;
            while (!m_deflater.finished()) {
                if (size == m_packed.length) {
                    m_packed = Arrays.copyOf(m_packed, 2 * size);
                }
                size += m_deflater.deflate(m_packed, size, m_packed.length - size);
            }
            return size;
        }

        private void shuffle(final byte[] chunk, final int length) {
            final int elements = length / m_elementSize;
            for (int b = 0; b < m_elementSize; b++) {
                for (int i = 0, from = b, to = b * elements; i < elements; i++, from += m_elementSize) {
                    m_shuffled[to++] = chunk[from];
                }
            }
        }

        byte[] packed() {
            return m_packed;
        }

        @Override
        public void close() {
            m_deflater.end();
        }
    }
}
