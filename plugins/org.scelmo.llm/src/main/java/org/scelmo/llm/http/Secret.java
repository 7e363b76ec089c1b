package org.scelmo.llm.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.scelmo.core.ScelmoException;

/** A key that nothing prints by accident: no text form, no equality, no serialization. */
public final class Secret {

    /** For services that ask for no key, such as those on one's own machine. */
    public static final Secret NONE = new Secret("");

    private static final String HIDDEN = "[hidden]";

    private final String m_value;

    private Secret(final String value) {
        m_value = value;
    }

    /**
     * @param key as the provider gave it
     * @throws ScelmoException if it is empty or holds a character that no HTTP header may hold; the message tells
     *             nothing of the key
     */
    public static Secret of(final String key) {
        if (key.isEmpty()) {
            throw new ScelmoException("The key is empty.", "Enter the key that the provider gave you.");
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                throw new ScelmoException("The key holds a space, a line break or another character that keys do not "
                    + "have, at position " + (i + 1) + " of " + key.length() + ".",
                    "Copy the key again, without what stands before and after it.");
            }
        }
        return new Secret(key);
    }

    /** @return whether there is no key */
    public boolean isNone() {
        return m_value.isEmpty();
    }

    /** @return the key itself, for the one place that sends it */
    public String reveal() {
        return m_value;
    }

    /** @return the text without the key, should somebody have put it there */
    public String redact(final String text) {
        if (isNone() || text.isEmpty()) {
            return text;
        }
        return text.replace(m_value, HIDDEN).replace(URLEncoder.encode(m_value, StandardCharsets.UTF_8), HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
