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

    /** @throws InvalidEndpointException if a name or a value is not allowed; the message does not repeat the value */
    public ExtraHeaders {
        for (final var header : values.entrySet()) {
            check(header.getKey(), header.getValue());
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
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
