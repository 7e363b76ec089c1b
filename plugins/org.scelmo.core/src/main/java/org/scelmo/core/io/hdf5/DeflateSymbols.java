package org.scelmo.core.io.hdf5;

/** What deflate's symbols mean (RFC 1951, 3.2.5), as entries of a {@link HuffmanTable}. */
final class DeflateSymbols {

    private static final int SYMBOLS = 288;
    private static final int DISTANCES = 32;
    private static final int USED_DISTANCES = 30;
    private static final int END = 256;
    private static final int LONGEST = 285;
    private static final int LONGEST_LENGTH = 258;
    private static final int SHORTEST_LENGTH = 3;

    private DeflateSymbols() {
    }

    /** @return literals, the end of a block, and lengths of repetitions */
    static int[] symbols() {
        final var meanings = plain(SYMBOLS);
        for (int i = 0; i < END; i++) {
            meanings[i] |= HuffmanTable.LITERAL;
        }
        meanings[END] = HuffmanTable.EXCEPTION | HuffmanTable.END;
        int length = SHORTEST_LENGTH;
        for (int i = END + 1; i < LONGEST; i++) {
            final int extra = Math.max(0, (i - END - 5) / 4);
            meanings[i] = length << HuffmanTable.VALUE_SHIFT | extra;
            length += 1 << extra;
        }
        meanings[LONGEST] = LONGEST_LENGTH << HuffmanTable.VALUE_SHIFT;
        for (int i = LONGEST + 1; i < SYMBOLS; i++) {
            meanings[i] = HuffmanTable.EXCEPTION;
        }
        return meanings;
    }

    /** @return how far back a repetition lies */
    static int[] distances() {
        final var meanings = new int[DISTANCES];
        int distance = 1;
        for (int i = 0; i < USED_DISTANCES; i++) {
            final int extra = Math.max(0, i / 2 - 1);
            meanings[i] = distance << HuffmanTable.VALUE_SHIFT | extra;
            distance += 1 << extra;
        }
        for (int i = USED_DISTANCES; i < DISTANCES; i++) {
            meanings[i] = HuffmanTable.EXCEPTION;
        }
        return meanings;
    }

    /** @return symbols that mean their own number */
    static int[] plain(final int count) {
        final var meanings = new int[count];
        for (int i = 0; i < count; i++) {
            meanings[i] = i << HuffmanTable.VALUE_SHIFT;
        }
        return meanings;
    }
}
