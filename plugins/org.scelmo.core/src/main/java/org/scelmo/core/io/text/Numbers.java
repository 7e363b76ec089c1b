package org.scelmo.core.io.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads numbers with a decimal point out of text. */
final class Numbers {

    private static final int SAFE_DIGITS = 9;
    private static final Set<String> NOT_A_NUMBER = Set.of("nan", "na");
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*[+-]?\\d+,\\d+\\s*");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {
    }

    /** @return whether the piece is a whole number of up to nine digits without sign: all that most matrices hold */
    static boolean isCount(final byte[] bytes, final int from, final int to) {
        if (to <= from || to - from > SAFE_DIGITS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    static int count(final byte[] bytes, final int from, final int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    /**
     * @return the number, or NaN for NaN and NA
     * @throws NumberFormatException if it is none
     */
    static float real(final byte[] bytes, final int from, final int to) {
        if (isCount(bytes, from, to)) {
            return count(bytes, from, to);
        }
        return real(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip());
    }

    private static float real(final String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Float.parseFloat(text);
        }
        final var small = text.toLowerCase(Locale.ROOT);
        if (NOT_A_NUMBER.contains(small)) {
            return Float.NaN;
        }
        if (INFINITE.matcher(small).matches()) {
            return small.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
        }
        throw new NumberFormatException(text);
    }

    static boolean hasDecimalComma(final String text) {
        return DECIMAL_COMMA.matcher(text).matches();
    }
}
