package org.scelmo.core.io.h5ad;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Damages files in the ways that disks, networks and malice do; the same seed gives the same damage. */
final class Mutator {

    /** Numbers that sizes and addresses break at: −1, the smallest and largest ones, 0, 1 and a quarter gigabyte. */
    private static final byte[][] TELLING = {{-1, -1, -1, -1, -1, -1, -1, -1}, {0, 0, 0, 0, 0, 0, 0, -128},
        {-1, -1, -1, 127}, {0, 0, 0, 0}, {1, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 16}};
    private static final byte[][] STRUCTURES =
        Stream.of("TREE", "SNOD", "HEAP", "GCOL", "OHDR", "FRHP", "BTHD", "FAHD", "BTLF")
            .map(s -> s.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    private final byte[] m_base;
    private final int[] m_structures;

    Mutator(final byte[] base) {
        m_base = base;
        m_structures = structures(base);
    }

    private static int[] structures(final byte[] base) {
        final var found = new int[base.length];
        int n = 0;
        for (int at = 0; at < base.length - 4; at++) {
            for (final var signature : STRUCTURES) {
                if (Arrays.equals(base, at, at + 4, signature, 0, 4)) {
                    found[n++] = at;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** @return the base with up to four damages */
    byte[] mutate(final long seed) {
        final var random = new SplittableRandom(seed);
        byte[] bytes = m_base.clone();
        final int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private byte[] once(final byte[] bytes, final SplittableRandom random) {
        if (bytes.length < 16) {
            return bytes;
        }
        final int at = position(bytes.length, random);
        switch (random.nextInt(12)) {
            case 0:
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1:
                return Arrays.copyOf(bytes, bytes.length + random.nextInt(4096));
            case 2:
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(512)), (byte)0);
                return bytes;
            case 3:
                final int from = random.nextInt(bytes.length);
                final int length = Math.min(1 + random.nextInt(64), bytes.length - Math.max(from, at));
                System.arraycopy(bytes, from, bytes, at, length);
                return bytes;
            case 4, 5, 6:
                final var telling = TELLING[random.nextInt(TELLING.length)];
                System.arraycopy(telling, 0, bytes, at, Math.min(telling.length, bytes.length - at));
                return bytes;
            case 7, 8:
                bytes[at] += (byte)(random.nextBoolean() ? 1 : -1);
                return bytes;
            case 9:
                bytes[at] = (byte)random.nextInt(256);
                return bytes;
            default:
                bytes[at] ^= (byte)(1 << random.nextInt(8));
                return bytes;
        }
    }

    /** Mostly near the beginning of a structure, where sizes and addresses are. */
    private int position(final int length, final SplittableRandom random) {
        if (m_structures.length > 0 && random.nextInt(4) != 0) {
            return Math.min(length - 1, m_structures[random.nextInt(m_structures.length)] + random.nextInt(128));
        }
        return random.nextInt(4) == 0 ? random.nextInt(Math.min(length, 256)) : random.nextInt(length);
    }
}
