package org.scelmo.llm.openai;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.Prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletion;

/** The files of a batch: a line of JSON for each prompt, and one for each answer, in any order. */
final class BatchLines {

    private static final int OK = 200;

    private static final JsonMapper JSON = ObjectMappers.jsonMapper();

    private final Client m_client;

    private final ChatAnswers m_answers;

    BatchLines(final Client client) {
        m_client = client;
        m_answers = new ChatAnswers(client::malformed);
    }

    /** @param prompts by the name that their answers come back with */
    static byte[] write(final Map<String, Prompt> prompts, final ChatRequests requests) {
        final var lines = new ByteArrayOutputStream();
        for (final var prompt : prompts.entrySet()) {
            final var line = JSON.createObjectNode().put("custom_id", prompt.getKey()).put("method", "POST")
                .put("url", "/v1/chat/completions");
            line.set("body", JSON.valueToTree(requests.of(prompt.getValue()).build()._body()));
            lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }

    /** @param rows takes what became of each prompt that the file tells of */
    void read(final InputStream file, final BiConsumer<String, BatchRow> rows) {
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    final var json = JSON.readTree(line);
                    rows.accept(json.path("custom_id").asText(), row(json));
                }
            }
        } catch (JsonProcessingException e) { // NOSONAR its text repeats the line
            throw m_client.malformed("holds a line that is no JSON.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BatchRow row(final JsonNode line) throws JsonProcessingException {
        final var response = line.path("response");
        final int status = response.path("status_code").asInt();
        if (status == OK) {
            try {
                return BatchRow.of(m_answers.of(JSON.treeToValue(response.path("body"), ChatCompletion.class)));
            } catch (ModelException e) { // NOSONAR told in the row
                return BatchRow.of(e);
            }
        }
        if (status > 0) {
            return BatchRow.of(m_client.failureOf(status, response.path("body").toString()));
        }
        return BatchRow.of(m_client.unanswered(line.path("error").path("message").asText("it gives no reason")));
    }
}
