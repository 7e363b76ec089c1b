package org.knime.core.node.config.base;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML attributes do not keep are written as "%%" and five decimal digits, e.g. "%%00010". */
final class XmlText {

    private static final Pattern ESCAPED = Pattern.compile("%%(\\d{5})");

    private XmlText() {
    }

    static String escape(final String text) {
        final var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            final var c = text.charAt(i);
            if (c < ' ' || c == 0xFFFE || c == 0xFFFF || isLoneSurrogate(text, i)
                || c == '%' && ESCAPED.matcher(text).region(i, text.length()).lookingAt()) {
                out.append("%%").append(String.format(Locale.ROOT, "%05d", (int)c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static String unescape(final String text) {
        if (!text.contains("%%")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(m -> {
            final var code = Integer.parseInt(m.group(1));
            return Matcher.quoteReplacement(code > Character.MAX_VALUE ? m.group() : Character.toString((char)code));
        });
    }

    private static boolean isLoneSurrogate(final String text, final int i) {
        final var c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
