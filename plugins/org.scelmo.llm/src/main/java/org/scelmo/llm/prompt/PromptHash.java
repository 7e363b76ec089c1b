package org.scelmo.llm.prompt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.scelmo.llm.model.Prompt;

/**
 * The mark of what was asked: SHA-256 over the texts in UTF-8, each preceded by its length in bytes (8 bytes,
 * big-endian), in 64 hexadecimal digits. Two prompts with the same mark are the same prompt.
 */
public final class PromptHash {

    private PromptHash() {
    }

    /** @return the mark of the system message and the question */
    public static String of(final Prompt prompt) {
        return of(prompt.system(), prompt.user());
    }

    /** @return the mark of a text that is to be embedded */
    public static String of(final String text) {
        return of(new String[]{text});
    }

    private static String of(final String... texts) {
        final var sha = sha256();
        for (final var text : texts) {
            final var bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
