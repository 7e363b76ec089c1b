package org.scelmo.core.io.hdf5.write;

/** Bob Jenkins' lookup3 hash (hashlittle, initial value 0): the checksum of HDF5's metadata. */
final class Lookup3 {

    private static final int BLOCK = 12;

    private int m_a;
    private int m_b;
    private int m_c;

    private Lookup3(final int length) {
        m_a = 0xdeadbeef + length;
        m_b = m_a;
        m_c = m_a;
    }

    /**
     * @param bytes the data
     * @param length how many of them, from the start
     * @return the checksum
     */
    static int hash(final byte[] bytes, final int length) {
        final var state = new Lookup3(length);
        int at = 0;
        for (; length - at > BLOCK; at += BLOCK) {
            state.add(bytes, at, length);
            state.mix();
        }
        if (length > at) {
            state.add(bytes, at, length);
            state.last();
        }
        return state.m_c;
    }

    private void add(final byte[] bytes, final int at, final int length) {
        m_a += word(bytes, at, length);
        m_b += word(bytes, at + 4, length);
        m_c += word(bytes, at + 8, length);
    }

    /** Little-endian; bytes beyond the end count as zero. */
    private static int word(final byte[] bytes, final int at, final int length) {
        int word = 0;
        for (int i = 0; i < 4 && at + i < length; i++) {
            word |= (bytes[at + i] & 0xFF) << (8 * i);
        }
        return word;
    }

    private void mix() {
        m_a = m_a - m_c ^ Integer.rotateLeft(m_c, 4);
        m_c += m_b;
        m_b = m_b - m_a ^ Integer.rotateLeft(m_a, 6);
        m_a += m_c;
        m_c = m_c - m_b ^ Integer.rotateLeft(m_b, 8);
        m_b += m_a;
        m_a = m_a - m_c ^ Integer.rotateLeft(m_c, 16);
        m_c += m_b;
        m_b = m_b - m_a ^ Integer.rotateLeft(m_a, 19);
        m_a += m_c;
        m_c = m_c - m_b ^ Integer.rotateLeft(m_b, 4);
        m_b += m_a;
    }

    private void last() {
        m_c = (m_c ^ m_b) - Integer.rotateLeft(m_b, 14);
        m_a = (m_a ^ m_c) - Integer.rotateLeft(m_c, 11);
        m_b = (m_b ^ m_a) - Integer.rotateLeft(m_a, 25);
        m_c = (m_c ^ m_b) - Integer.rotateLeft(m_b, 16);
        m_a = (m_a ^ m_c) - Integer.rotateLeft(m_c, 4);
        m_b = (m_b ^ m_a) - Integer.rotateLeft(m_a, 14);
        m_c = (m_c ^ m_b) - Integer.rotateLeft(m_b, 24);
    }
}
