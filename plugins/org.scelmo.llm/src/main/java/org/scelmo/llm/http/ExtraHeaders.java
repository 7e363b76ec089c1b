package org.scelmo.llm.http;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Headers that a gateway wants beside those of the protocol. Checked by RFC 9110, so that no line can be smuggled into
 * a request.
 *
 * @param values by name, sorted; immutable
 */
public record ExtraHeaders(Map<String, String> values) {

    public static final ExtraHeaders NONE = new ExtraHeaders(Map.of());

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    /** They belong to the protocol, to the client or to the key. */
    private static final Set<String> RESERVED = Set.of("accept", "accept-encoding", "api-key", "authorization",
        "connection", "content-encoding", "content-length", "content-type", "cookie", "expect", "host",
        "idempotency-key", "keep-alive", "openai-organization", "openai-project", "proxy-authorization",
        "proxy-connection", "set-cookie", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-api-key");

    /** Names and values of what must not be saved with settings. */
    private static final Pattern SECRET_NAME = Pattern.compile(
        ".*(auth|token|secret|passw|credential|cookie|api-?key|access-?key|subscription-key|signature).*",
        Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_VALUE = Pattern.compile("(bearer|basic) .*|(sk|pk|gsk|hf|xai|ghp)[-_].{8,}",
        Pattern.CASE_INSENSITIVE);

    /** @throws InvalidEndpointException if a name or a value is not allowed; the message does not repeat the value */
    public ExtraHeaders {
        for (final var header : values.entrySet()) {
            check(header.getKey(), header.getValue());
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Reads headers as a dialog holds and saves them, so that none may be a secret.
     *
     * @param text one header per line, as {@code name: value}; empty lines are left out
     * @return the headers
     * @throws InvalidEndpointException if a line is no header, a name comes twice, or a header looks like a key; the
     *             message does not repeat a value
     */
    public static ExtraHeaders parse(final String text) {
        final var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        int number = 0;
        for (final var line : text.split("\\r\\n|\\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            final int colon = line.indexOf(':');
            if (colon < 1) {
                throw new InvalidEndpointException("Line " + number + " of the extra headers is no header.",
                    "Write one header per line: its name, a colon and its value.");
            }
            final var name = line.substring(0, colon).strip();
            final var value = line.substring(colon + 1).strip();
            check(name, value);
            refuseSecret(name, value);
            if (values.put(name, value) != null) {
                throw new InvalidEndpointException("The header \"" + name + "\" comes twice.", "Remove one of them.");
            }
        }
        return new ExtraHeaders(values);
    }

    private static void refuseSecret(final String name, final String value) {
        if (SECRET_NAME.matcher(name).matches() || SECRET_VALUE.matcher(value).matches()) {
            throw new InvalidEndpointException("The header \"" + name + "\" looks like a key or a password, which would "
                + "be saved with the workflow.", "Remove it, and give the key as credentials.");
        }
    }

    private static void check(final String name, final String value) {
        if (!TOKEN.matcher(name).matches()) {
            throw new InvalidEndpointException("A header's name is empty or holds a character that is not allowed.",
                "Use letters, digits and hyphens.");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidEndpointException("The header \"" + name + "\" is set by the client itself.",
                "Remove it; the key is given as a credential.");
        }
        checkValue("value of the header \"" + name + "\"", value);
    }

    /**
     * @param what names the value for the message, without article
     * @param value goes into a header
     * @throws InvalidEndpointException if it holds more than printable ASCII
     */
    public static void checkValue(final String what, final String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new InvalidEndpointException("The " + what + " holds a line break or another character that is not "
                + "printable ASCII.", "Remove that character.");
        }
    }

    /** @return the names only; a value may be a token of a gateway */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
