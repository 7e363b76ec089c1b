package org.scelmo.core.io.text;

import java.io.IOException;
import java.nio.file.Path;

/** What a file begins with, once unpacked. */
public enum TextStart {
    /** A MatrixMarket banner. */
    MATRIX_MARKET,
    /** A web page, as a failed download leaves it behind. */
    WEB_PAGE,
    /** Nothing at all. */
    NOTHING,
    /** Any other text. */
    TEXT,
    /** Bytes that no text holds. */
    BINARY;

    private static final int LOOK = 4096;

    /**
     * @param path a file, plain or compressed with gzip
     * @return what its first line is
     * @throws IOException if it cannot be read
     * @throws MalformedTextException if its compressed data are damaged at the start
     */
    public static TextStart of(final Path path) throws IOException {
        try (var lines = TextLines.open(path)) {
            if (!lines.next()) {
                return NOTHING;
            }
            for (int i = lines.from(); i < Math.min(lines.to(), lines.from() + LOOK); i++) {
                if (lines.bytes()[i] >= 0 && lines.bytes()[i] < ' ' && lines.bytes()[i] != '\t') {
                    return BINARY;
                }
            }
            return beginsWith(lines, MatrixMarketEntries.BANNER) ? MATRIX_MARKET
                : beginsWith(lines, "<!doctype html") || beginsWith(lines, "<html") ? WEB_PAGE : TEXT;
        }
    }

    private static boolean beginsWith(final TextLines lines, final String words) {
        return lines.to() - lines.from() >= words.length()
            && lines.text(lines.from(), lines.from() + words.length()).equalsIgnoreCase(words);
    }
}
