package org.scelmo.llm.testserver;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Files and batches. A batch is checked at the first look, worked on at the second and over at the third. A prompt with
 * the word "refuse" gets an error, one with "lose" is forgotten, one with "late" is not reached if the batch expires.
 */
final class BatchDesk {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");

    private final Map<String, String> m_files = new ConcurrentHashMap<>();

    private final Map<String, ObjectNode> m_batches = new ConcurrentHashMap<>();

    private final Map<String, Integer> m_looks = new ConcurrentHashMap<>();

    private final AtomicInteger m_ids = new AtomicInteger();

    private volatile String m_end = "completed";

    /** @param end status that batches end with: completed, expired, cancelled or failed */
    void endWith(final String end) {
        m_end = end;
    }

    /** @return nothing if the request is about something else */
    Optional<Reply> reply(final Request request, final String path) {
        final var last = path.substring(path.lastIndexOf('/') + 1);
        final boolean post = request.method().equals("POST");
        if (path.endsWith("/files") && post) {
            return Optional.of(upload(request));
        }
        if (path.endsWith("/content")) {
            final var words = path.split("/");
            return Optional.of(Reply.of(200, "application/jsonl", m_files.get(words[words.length - 2])));
        }
        if (path.endsWith("/batches")) {
            return Optional.of(post ? create(Answers.parse(request.text())) : list());
        }
        if (path.contains("/batches/") && m_batches.containsKey(last)) {
            return Optional.of(look(last));
        }
        return Optional.empty();
    }

    private Reply upload(final Request request) {
        final var boundary = BOUNDARY.matcher(request.header("Content-Type"));
        boundary.find();
        for (final var part : request.text().split("--" + Pattern.quote(boundary.group(1)))) {
            if (part.contains("filename=")) {
                return Reply.ok(Answers.JSON.createObjectNode().put("object", "file").put("purpose", "batch")
                    .put("id", store(part.substring(part.indexOf("\r\n\r\n") + 4).stripTrailing())).toString());
            }
        }
        return Reply.error(400, "no_file", "There is no file.");
    }

    private String store(final String text) {
        final var id = "file-" + m_ids.incrementAndGet();
        m_files.put(id, text);
        return id;
    }

    private Reply create(final JsonNode order) {
        final var id = "batch_" + m_ids.incrementAndGet();
        final var batch = Answers.JSON.createObjectNode().put("id", id).put("object", "batch")
            .put("endpoint", order.path("endpoint").asText()).put("status", "validating")
            .put("input_file_id", order.path("input_file_id").asText()).put("completion_window", "24h")
            .put("created_at", 1);
        batch.set("metadata", order.path("metadata"));
        m_batches.put(id, batch);
        return Reply.ok(batch.toString());
    }

    private Reply list() {
        final var list = Answers.JSON.createObjectNode().put("object", "list").put("has_more", false);
        list.putArray("data").addAll(m_batches.values());
        return Reply.ok(list.toString());
    }

    private Reply look(final String id) {
        final var batch = m_batches.get(id);
        final int looks = m_looks.merge(id, 1, Integer::sum);
        if (looks == 2) {
            batch.put("status", "in_progress");
        } else if (looks == 3) {
            end(batch);
        }
        return Reply.ok(batch.toString());
    }

    private void end(final ObjectNode batch) {
        batch.put("status", m_end);
        if (m_end.equals("failed")) {
            batch.putObject("errors").put("object", "list").putArray("data").addObject()
                .put("code", "invalid_json").put("message", "This is no JSON.");
            return;
        }
        final var answers = new StringBuilder();
        final var errors = new StringBuilder();
        int failed = 0;
        final var orders = m_files.get(batch.path("input_file_id").asText()).split("\n");
        for (int i = orders.length - 1; i >= 0; i--) {
            final var order = Answers.parse(orders[i]);
            final var question = Answers.question(order.path("body"));
            if (question.contains("refuse")) {
                errors.append(line(order, 400, Reply.error(400, "x", "Not this one.")));
                failed++;
            } else if (m_end.equals("expired") && question.contains("late")) {
                errors.append("{\"custom_id\":\"" + order.path("custom_id").asText() + "\",\"response\":null,\"error\":"
                    + "{\"code\":\"batch_expired\",\"message\":\"The day was over.\"}}\n");
                failed++;
            } else if (!question.contains("lose")) {
                answers.append(line(order, 200, Answers.chat(order.path("body"))));
            }
        }
        batch.put("output_file_id", store(answers.toString())).put("error_file_id", store(errors.toString()));
        batch.putObject("request_counts").put("total", orders.length).put("failed", failed)
            .put("completed", orders.length - failed);
    }

    private static String line(final JsonNode order, final int status, final Reply reply) {
        final var line = Answers.JSON.createObjectNode().put("custom_id", order.path("custom_id").asText());
        line.putObject("response").put("status_code", status)
            .set("body", Answers.parse(new String(reply.body(), StandardCharsets.UTF_8)));
        return line + "\n";
    }
}
