package org.scelmo.llm.testserver;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a provider that means well answers. */
public final class Answers {

    /** of a vector, where the request does not say */
    public static final int DIMENSIONS = 8;

    /** what every text of an answer starts with; the question follows */
    public static final String START = "Answer to: ";

    static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {
    }

    /** @return a chat completion */
    public static Reply chat(final JsonNode request) {
        final var body = JSON.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion")
            .put("created", 1).put("model", request.path("model").asText() + "-2026-01-01")
            .put("system_fingerprint", "fp_test");
        final var choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", START + question(request));
        putUsage(body, question(request).split(" ").length, 7);
        return Reply.ok(body.toString());
    }

    /** @return a chat completion as a stream of events, a word each */
    public static Reply stream(final JsonNode request) {
        final var events = new StringBuilder();
        for (final var word : (START + question(request)).split("(?<= )")) {
            events.append(event(request, JSON.createObjectNode().put("content", word), null));
        }
        events.append(event(request, JSON.createObjectNode(), "stop"));
        final var usage = chunk(request);
        usage.putArray("choices");
        putUsage(usage, question(request).split(" ").length, 7);
        events.append("data: ").append(usage).append("\n\ndata: [DONE]\n\n");
        return Reply.of(200, "text/event-stream", events.toString());
    }

    /** @return vectors of the texts, in an order of their own as the protocol allows */
    public static Reply embeddings(final JsonNode request) {
        final var texts = inputs(request);
        final int dimensions = request.path("dimensions").asInt(DIMENSIONS);
        final boolean base64 = "base64".equals(request.path("encoding_format").asText());
        final var items = new ArrayList<ObjectNode>();
        for (int i = 0; i < texts.size(); i++) {
            items.add(item(i, vector(texts.get(i), dimensions), base64));
        }
        Collections.shuffle(items, new Random(texts.hashCode()));
        final var body = JSON.createObjectNode().put("object", "list").put("model", request.path("model").asText());
        body.putArray("data").addAll(items);
        body.putObject("usage").put("prompt_tokens", texts.size()).put("total_tokens", texts.size());
        return Reply.ok(body.toString());
    }

    /** @return the vector that stands for a text: unit length, the same every time */
    public static float[] vector(final String text, final int dimensions) {
        final var random = new Random(text.hashCode());
        final var vector = new float[dimensions];
        double squares = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float)random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float)Math.sqrt(squares);
        }
        return vector;
    }

    /** @return the last message of a chat request */
    public static String question(final JsonNode request) {
        final var messages = request.path("messages");
        final var content = messages.path(messages.size() - 1).path("content");
        return content.isTextual() ? content.asText() : content.path(0).path("text").asText();
    }

    /** @return the texts of an embedding request */
    public static List<String> inputs(final JsonNode request) {
        final var input = request.path("input");
        if (input.isTextual()) {
            return List.of(input.asText());
        }
        final var texts = new ArrayList<String>();
        input.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    public static JsonNode parse(final String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode item(final int index, final float[] vector, final boolean base64) {
        final var item = JSON.createObjectNode().put("object", "embedding").put("index", index);
        if (base64) {
            final var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            return item.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
        }
        final ArrayNode numbers = item.putArray("embedding");
        for (final var value : vector) {
            numbers.add(value);
        }
        return item;
    }

    private static ObjectNode chunk(final JsonNode request) {
        return JSON.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion.chunk")
            .put("created", 1).put("model", request.path("model").asText()).put("system_fingerprint", "fp_test");
    }

    private static String event(final JsonNode request, final ObjectNode delta, final String finish) {
        final var chunk = chunk(request);
        chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finish).set("delta", delta);
        return "data: " + chunk + "\n\n";
    }

    private static void putUsage(final ObjectNode body, final int input, final int output) {
        body.putObject("usage").put("prompt_tokens", input).put("completion_tokens", output)
            .put("total_tokens", input + output);
    }
}
