package org.scelmo.core.io.hdf5;

import java.util.Arrays;

/**
 * The prefix code of a deflate block as a table to look up: the next bits of the stream are the index of an entry,
 * which tells all about the symbol that they begin with. Codes longer than the index go on in a second table behind the
 * first.
 *
 * <p>An entry has, from the lowest bit: 8 bits for the number of bits to skip (of the code and what follows it), 4 bits
 * for those of the code alone, flags, and from bit 16 on the symbol's meaning.
 */
final class HuffmanTable {

    /** The sign of an entry: it is a literal byte. */
    static final int LITERAL = 1 << 31;
    /** Not a plain symbol: one of the two below, or else a code that stands for nothing. */
    static final int EXCEPTION = 1 << 15;
    /** Bits 16 and up are where the second table begins, and the length of the code is that of its index. */
    static final int SECOND = 1 << 14;
    /** The end of a block. */
    static final int END = 1 << 13;
    static final int VALUE_SHIFT = 16;
    static final int CODE_SHIFT = 8;
    static final int CODE_MASK = 15;
    static final int SKIP_MASK = 255;

    private static final int LONGEST = 15;

    private final int m_bits;
    private final int[] m_meanings;
    private final int[] m_entries;
    private final int[] m_counts = new int[LONGEST + 1];
    private final int[] m_next = new int[LONGEST + 1];

    /**
     * @param bits length of the index
     * @param meanings an entry for each symbol, without the length of its code
     */
    HuffmanTable(final int bits, final int[] meanings) {
        m_bits = bits;
        m_meanings = meanings;
        m_entries = new int[(1 << bits) + (meanings.length << LONGEST - bits)];
    }

    /** @return the table, filled anew by every {@link #build} */
    int[] entries() {
        return m_entries;
    }

    /**
     * @param lengths of the symbols' codes, 0 for a symbol that has none, from {@code from} on
     * @return whether such a code exists: neither ambiguous nor, but for a single symbol, incomplete
     */
    boolean build(final byte[] lengths, final int from, final int symbols) {
        Arrays.fill(m_counts, 0);
        for (int i = from; i < from + symbols; i++) {
            m_counts[lengths[i]]++;
        }
        m_counts[0] = 0;
        int unused = 1;
        int code = 0;
        int longest = 0;
        for (int length = 1; length <= LONGEST; length++) {
            unused = (unused << 1) - m_counts[length];
            code = code + m_counts[length - 1] << 1;
            m_next[length] = code;
            longest = m_counts[length] > 0 ? length : longest;
            if (unused < 0) {
                return false;
            }
        }
        if (unused > 0 && longest > 1) {
            return false;
        }
        fill(lengths, from, symbols, Math.max(0, longest - m_bits));
        return true;
    }

    private void fill(final byte[] lengths, final int from, final int symbols, final int secondBits) {
        final int primary = 1 << m_bits;
        Arrays.fill(m_entries, 0, primary, EXCEPTION);
        int free = primary;
        for (int symbol = 0; symbol < symbols; symbol++) {
            final int length = lengths[from + symbol];
            if (length == 0) {
                continue;
            }
            // the stream holds codes from their first bit on, so an index has it lowest
            final int reversed = Integer.reverse(m_next[length]++) >>> Integer.SIZE - length;
            if (length <= m_bits) {
                put(symbol, length, reversed, 0, primary);
                continue;
            }
            final int prefix = reversed & primary - 1;
            if (m_entries[prefix] == EXCEPTION) {
                m_entries[prefix] =
                    free << VALUE_SHIFT | EXCEPTION | SECOND | secondBits << CODE_SHIFT | m_bits;
                free += 1 << secondBits;
            }
            put(symbol, length - m_bits, reversed >>> m_bits, m_entries[prefix] >>> VALUE_SHIFT, 1 << secondBits);
        }
    }

    private void put(final int symbol, final int length, final int code, final int begin, final int size) {
        final int entry = m_meanings[symbol] + (length << CODE_SHIFT | length);
        for (int i = code; i < size; i += 1 << length) {
            m_entries[begin + i] = entry;
        }
    }
}
