package org.scelmo.llm.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.TargetFile;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.model.TextAnswer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Copies a cache to a text file and back, for a colleague or an archive: one JSON object per line with the model, the
 * prompt hash, the answer (a vector as base64 of little-endian float32), tokens and time.
 */
public final class CacheTransfer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 500;

    private CacheTransfer() {
    }

    /**
     * @param damaged entries whose checksum was wrong; they are not written
     * @param entries written
     */
    public record Exported(long entries, int damaged) {
    }

    /**
     * @param cache what to write
     * @param file the wanted file
     * @param existing what to do if it exists
     * @return what was written
     * @throws IOException if the file cannot be written
     */
    public static Exported write(final AnswerCache cache, final Path file, final ExistingFile existing)
        throws IOException {
        final var count = new long[1];
        final var damaged = new int[1];
        TargetFile.write(file, existing, temporary -> {
            try (var out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                damaged[0] = cache.forEach((model, kind, entry) -> {
                    try {
                        out.write(JSON.writeValueAsString(line(model, kind, entry)));
                        out.write('\n');
                    } catch (final IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    count[0]++;
                });
            } catch (final UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return new Exported(count[0], damaged[0]);
    }

    /**
     * Adds the entries of a file, which replace those that are there already.
     *
     * @param cache receives them
     * @param file written by {@link #write}
     * @return number of entries added
     * @throws IOException if the file cannot be read
     * @throws CacheException if a line is malformed; the lines before it are added
     */
    public static long read(final AnswerCache cache, final Path file) throws IOException {
        long count = 0;
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var batch = new Batch(null, null, new ArrayList<>());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                count++;
                batch = add(cache, batch, parse(line, count, file));
            }
            batch.store(cache);
        }
        return count;
    }

    /** Entries of one model and kind that are stored together. */
    private record Batch(ModelIdentity model, Kind kind, List<Entry> entries) {

        boolean fits(final Batch one) {
            return one.model.equals(model) && one.kind == kind && entries.size() < BATCH;
        }

        void store(final AnswerCache cache) {
            if (!entries.isEmpty()) {
                cache.put(model, kind, entries);
            }
        }
    }

    private static Batch add(final AnswerCache cache, final Batch batch, final Batch one) {
        if (batch.fits(one)) {
            batch.entries.addAll(one.entries);
            return batch;
        }
        batch.store(cache);
        return one;
    }

    private static ObjectNode line(final ModelIdentity model, final Kind kind, final Entry entry) {
        final var line = JSON.createObjectNode();
        line.put("provider", model.provider()).put("endpoint", model.endpoint()).put("model", model.model());
        final var parameters = line.putObject("parameters");
        model.parameters().forEach(parameters::put);
        line.put("kind", kind.name()).put("hash", entry.hash()).put("time", entry.time());
        if (kind == Kind.TEXT) {
            line.put("text", entry.text()).put("end", entry.end()).put("fingerprint", entry.fingerprint());
        } else {
            line.put("vector", Base64.getEncoder().encodeToString(entry.vector()));
        }
        return line.put("served", entry.served()).put("inputTokens", entry.inputTokens())
            .put("outputTokens", entry.outputTokens());
    }

    private static Batch parse(final String line, final long number, final Path file) {
        try {
            final var json = JSON.readTree(line);
            final var parameters = new TreeMap<String, String>();
            required(json, "parameters").fields().forEachRemaining(p -> parameters.put(p.getKey(), p.getValue().asText()));
            final var model =
                new ModelIdentity(text(json, "provider"), text(json, "endpoint"), text(json, "model"), parameters);
            final var kind = Kind.valueOf(text(json, "kind"));
            final var entries = new ArrayList<Entry>();
            entries.add(entry(json, kind));
            return new Batch(model, kind, entries);
        } catch (final JsonProcessingException | IllegalArgumentException e) {
            throw new CacheException(e,
                "Line %d of '%s' is no entry of an answer cache: %s".formatted(number, file, reason(e)),
                "Import a file that was exported from an answer cache.");
        }
    }

    private static Entry entry(final JsonNode json, final Kind kind) {
        final boolean isText = kind == Kind.TEXT;
        final var hash = text(json, "hash");
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'hash' is not a SHA-256 in hexadecimal digits");
        }
        final var vector = isText ? new byte[0] : Base64.getDecoder().decode(text(json, "vector"));
        if (vector.length % Float.BYTES != 0) {
            throw new IllegalArgumentException("'vector' is not made of float32");
        }
        final var end = isText ? TextAnswer.End.valueOf(text(json, "end")).name() : "";
        return new Entry(hash, number(json, "time"), isText ? text(json, "text") : "", end, text(json, "served"),
            isText ? text(json, "fingerprint") : "", number(json, "inputTokens"), number(json, "outputTokens"), vector);
    }

    private static String text(final JsonNode json, final String field) {
        final var value = required(json, field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + field + "' is no text");
        }
        return value.textValue();
    }

    private static long number(final JsonNode json, final String field) {
        final var value = required(json, field);
        if (!value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException("'" + field + "' is no whole number");
        }
        return value.longValue();
    }

    private static JsonNode required(final JsonNode json, final String field) {
        final var value = json.get(field);
        if (value == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value;
    }

    private static String reason(final Exception e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    }
}
