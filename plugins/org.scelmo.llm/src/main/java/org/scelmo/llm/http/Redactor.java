package org.scelmo.llm.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes keys out of what others wrote, and brings it to one short line. */
final class Redactor {

    private static final int LONGEST = 300;

    private static final int LONGEST_CHAIN = 20;

    /** Values of headers shorter than this are no secrets; hiding them would make texts unreadable. */
    private static final int SHORTEST_SECRET = 8;

    /** What looks like a key, even one that is partly starred out. */
    private static final Pattern KEY_LIKE = Pattern.compile("\\b(?:sk|pk|key)-[\\w*.-]{6,}");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Secret m_secret;

    private final List<String> m_headerValues;

    Redactor(final Secret secret, final ExtraHeaders headers) {
        m_secret = secret;
        m_headerValues = headers.values().values().stream().filter(v -> v.length() >= SHORTEST_SECRET).toList();
    }

    /** @return the text on one line, without secrets, cut to what a message can hold */
    String line(final String text) {
        var clean = m_secret.redact(text);
        for (final var value : m_headerValues) {
            clean = clean.replace(value, "[hidden]");
        }
        clean = BLANK.matcher(KEY_LIKE.matcher(clean).replaceAll("[hidden]")).replaceAll(" ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }

    /** @return the failure itself if nothing in its chain tells a secret, else what is left of it */
    Throwable cause(final Throwable failure) {
        return texts(failure).stream().allMatch(t -> redact(t).equals(t)) ? failure
            : new IOException(failure.getClass().getSimpleName() + ": " + line(String.valueOf(failure.getMessage())));
    }

    private String redact(final String text) {
        var clean = m_secret.redact(text);
        for (final var value : m_headerValues) {
            clean = clean.replace(value, "");
        }
        return KEY_LIKE.matcher(clean).replaceAll("");
    }

    private static List<String> texts(final Throwable failure) {
        final var texts = new ArrayList<String>();
        var link = failure;
        for (int i = 0; link != null && i < LONGEST_CHAIN; i++, link = link.getCause()) {
            texts.add(String.valueOf(link.getMessage()));
            for (final var suppressed : link.getSuppressed()) {
                texts.add(String.valueOf(suppressed.getMessage()));
            }
        }
        return texts;
    }
}
