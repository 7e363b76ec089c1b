package org.scelmo.llm.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One row of the table of entries, as stored. Deliberately without any field in which a key or a header could lie.
 *
 * @param hash of the prompt, 64 hexadecimal digits
 * @param time of the answer, milliseconds since 1970 UTC
 * @param text of the answer; empty for a vector
 * @param end name of a {@link org.scelmo.llm.model.TextAnswer.End}; empty for a vector
 * @param served name of the model that answered
 * @param fingerprint the provider's, or empty
 * @param inputTokens paid
 * @param outputTokens paid
 * @param vector little-endian float32; empty for a text
 */
record Entry(String hash, long time, String text, String end, String served, String fingerprint, long inputTokens,
    long outputTokens, byte[] vector) {

    private static final byte[] NO_VECTOR = {};

    static Entry ofText(final String hash, final CachedText cached) {
        final var answer = cached.answer();
        return new Entry(hash, cached.time().toEpochMilli(), answer.text(), answer.end().name(), answer.servedModel(),
            answer.fingerprint(), answer.usage().inputTokens(), answer.usage().outputTokens(), NO_VECTOR);
    }

    static Entry ofVector(final String hash, final CachedVector cached) {
        final var answer = cached.answer();
        final var bytes = ByteBuffer.allocate(answer.vector().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(answer.vector());
        return new Entry(hash, cached.time().toEpochMilli(), "", "", answer.servedModel(), "", answer.inputTokens(), 0,
            bytes.array());
    }

    float[] floats() {
        final var floats = new float[vector.length / Float.BYTES];
        ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }

    /** @return CRC-32C over all fields, each with its length, so that neither a bit nor a whole field can stray */
    long checksum() {
        final var crc = new CRC32C();
        for (final var field : new String[]{hash, text, end, served, fingerprint}) {
            final var bytes = field.getBytes(StandardCharsets.UTF_8);
            crc.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
            crc.update(bytes);
        }
        crc.update(ByteBuffer.allocate(3 * Long.BYTES).putLong(time).putLong(inputTokens).putLong(outputTokens).flip());
        crc.update(vector);
        return crc.getValue();
    }
}
