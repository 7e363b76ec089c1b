package org.scelmo.adaptor.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of gene names and vectors: tells whether two adaptors, or an adaptor and a file, mean the same vectors. */
public final class Fingerprint {

    private Fingerprint() {
    }

    /**
     * @param genes names
     * @param vectors per gene its vector, null where it has none
     * @return 64 hexadecimal digits; depends on the order of the genes
     */
    public static String of(final List<String> genes, final float[][] vectors) {
        final var digest = sha256();
        for (int j = 0; j < vectors.length; j++) {
            if (vectors[j] != null) {
                digest.update(genes.get(j).getBytes(StandardCharsets.UTF_8));
                digest.update((byte)0);
                final var bytes = ByteBuffer.allocate(vectors[j].length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(vectors[j]);
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
