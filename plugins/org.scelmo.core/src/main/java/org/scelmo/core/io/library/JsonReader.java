package org.scelmo.core.io.library;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** JSON: one object of name to list of numbers (or to a list with one such list), streamed. */
final class JsonReader {

    private static final int MAX_NESTING = 8;
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_NUMBER = 400;
    private static final int CHECK_EVERY = 256;

    private final JsonParser m_parser;
    private final String m_file;
    private final VectorCollector m_into;

    private JsonReader(final JsonParser parser, final String file, final VectorCollector into) {
        m_parser = parser;
        m_file = file;
        m_into = into;
    }

    static void read(final LibraryFile file, final VectorCollector into, final Progress progress) throws IOException {
        // names are as many as genes: no use in remembering them in the factory
        final var factory = JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_TEXT).maxNameLength(MAX_TEXT).maxNumberLength(MAX_NUMBER).build())
            .build();
        try (var source = file.open(); var parser = factory.createParser(source.asStream())) {
            new JsonReader(parser, file.name(), into).readObject(source, progress);
        } catch (JsonProcessingException e) {
            throw new MalformedEmbeddingException(e, "'%s' is not well-formed JSON: %s (%s).".formatted(file.name(),
                e.getOriginalMessage(), at(e)), "Check that the file is complete.");
        }
    }

    private static String at(final JsonProcessingException e) {
        final var location = e.getLocation();
        return location == null ? "somewhere"
            : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private void readObject(final ByteSource source, final Progress progress) throws IOException {
        m_parser.nextToken();
        while (m_parser.nextToken() == JsonToken.FIELD_NAME) {
            final var name = m_parser.currentName();
            m_parser.nextToken();
            entry(name);
            if (m_into.entries() % CHECK_EVERY == 0) {
                progress.checkCanceled();
                progress.update(source.fraction(), () -> "%,d entries".formatted(m_into.entries()));
            }
        }
        if (m_parser.nextToken() != null) {
            throw malformed("has more after its object.", "Save one object of name to list of numbers.");
        }
    }

    private void entry(final String name) throws IOException {
        final boolean wanted = m_into.begin(name);
        switch (m_parser.currentToken()) {
            case START_ARRAY -> {
                if (wanted) {
                    m_into.add(name, vector(name));
                } else {
                    m_parser.skipChildren();
                }
            }
            case VALUE_NULL -> {
                if (wanted) {
                    m_into.skip(name, "no vector");
                }
            }
            case VALUE_STRING -> throw malformed("has text instead of numbers for %s.".formatted(ByteSource.quote(name)),
                "These look like descriptions: embed them first, or choose the file of vectors.");
            default -> throw malformed("has no list of numbers for %s.".formatted(ByteSource.quote(name)),
                "Save one object of name to list of numbers: {\"TP53\": [0.1, 0.2], ...}.");
        }
    }

    private float[] vector(final String name) throws IOException {
        var token = m_parser.nextToken();
        if (token == JsonToken.START_ARRAY) { // shape (1, dimensions)
            final var vector = vector(name);
            if (m_parser.nextToken() != JsonToken.END_ARRAY) {
                throw malformed("has several lists for %s.".formatted(ByteSource.quote(name)),
                    "Save one vector per name.");
            }
            return vector;
        }
        var vector = new float[1 << 10];
        int count = 0;
        for (; token != JsonToken.END_ARRAY; token = m_parser.nextToken()) {
            if (token == null || !token.isNumeric()) {
                throw malformed("has %s among the numbers of %s, at position %d.".formatted(
                    token == null ? "its end" : ByteSource.quote(m_parser.getText()), ByteSource.quote(name), count),
                    "Save one object of name to list of numbers.");
            }
            if (count == vector.length) {
                m_into.checkDimensions(name, count);
                vector = Arrays.copyOf(vector, 2 * count);
            }
            vector[count++] = m_parser.getFloatValue();
        }
        return Arrays.copyOf(vector, count);
    }

    private MalformedEmbeddingException malformed(final String what, final String fix) {
        return new MalformedEmbeddingException("'%s' %s (line %d)".formatted(m_file, what,
            m_parser.currentLocation().getLineNr()), fix);
    }
}
