package org.scelmo.llm.testserver;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server sends, and how.
 *
 * @param headers beside those that the server itself sets
 */
public record Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** The ways an answer can reach its reader, or not. */
    public enum Delivery {
        WHOLE,
        /** the length of the whole is promised, half of it comes, and the connection ends */
        HALF,
        /** a byte every 50 ms: never idle, never done */
        TRICKLE,
        /** the connection ends without a word */
        DROP,
        /** the connection stays and stays silent, until the server is closed */
        SILENCE
    }

    private static final int OK = 200;

    public static Reply json(final int status, final String body) {
        return of(status, "application/json", body);
    }

    public static Reply ok(final String json) {
        return json(OK, json);
    }

    public static Reply of(final int status, final String type, final String body) {
        return new Reply(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
    }

    /** @return an error as OpenAI words it */
    public static Reply error(final int status, final String code, final String message) {
        return json(status, "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + code + "\",\"code\":\"" + code
            + "\"}}");
    }

    public Reply with(final String header, final String value) {
        final var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body, delivery);
    }

    public Reply delivered(final Delivery how) {
        return new Reply(status, headers, body, how);
    }

    boolean isPaid() {
        return status == OK && delivery == Delivery.WHOLE;
    }
}
