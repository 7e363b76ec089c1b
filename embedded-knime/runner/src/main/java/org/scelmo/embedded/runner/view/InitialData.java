package org.scelmo.embedded.runner.view;

import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The data that a view starts with, as JSON in the envelope that pages expect. */
final class InitialData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private InitialData() {
    }

    /** @return {@code {"result":…}}, or {@code {"internalError":{"message":…}}} if they cannot be made */
    static String of(final Supplier<Optional<Object>> data) {
        final var envelope = JSON.createObjectNode();
        try {
            envelope.set("result", json(data.get().orElse(null)));
        } catch (final JsonProcessingException | RuntimeException e) { // NOSONAR whatever goes wrong, the page tells
            envelope.putObject("internalError").put("message", message(e)).put("typeName", e.getClass().getName());
        }
        return envelope.toString();
    }

    /** A text that is JSON is taken as that. */
    private static JsonNode json(final Object data) throws JsonProcessingException {
        if (!(data instanceof String text)) {
            return JSON.readTree(JSON.writeValueAsString(data));
        }
        try {
            return JSON.readTree(text);
        } catch (final JsonProcessingException e) { // NOSONAR then it is a text and nothing else
            return JSON.getNodeFactory().textNode(text);
        }
    }

    static String message(final Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
