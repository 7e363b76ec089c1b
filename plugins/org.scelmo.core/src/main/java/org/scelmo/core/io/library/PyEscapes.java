package org.scelmo.core.io.library;

/** Python's raw-unicode-escape, in which protocol 0 writes texts: characters below 256 as they are, others as \\u. */
final class PyEscapes {

    private PyEscapes() {
    }

    static String decode(final String line, final ByteSource source) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        final var text = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            final char c = line.charAt(i);
            final char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            final int digits = c != '\\' ? 0 : next == 'u' ? 4 : next == 'U' ? 8 : 0;
            if (digits == 0) {
                text.append(c);
                i++;
            } else {
                text.appendCodePoint(code(line, i + 2, digits, source));
                i += 2 + digits;
            }
        }
        return text.toString();
    }

    private static int code(final String line, final int from, final int digits, final ByteSource source) {
        long code = from + digits > line.length() ? -1 : 0;
        for (int i = from; i < from + digits && code >= 0; i++) {
            final int digit = Character.digit(line.charAt(i), 16);
            code = digit < 0 ? -1 : 16 * code + digit;
        }
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            throw source.malformed("a text has a damaged \\u escape.");
        }
        return (int)code;
    }
}
