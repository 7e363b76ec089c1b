package org.scelmo.core.io.library;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages bytes at random, but always the same for the same seed: flipped, replaced, cut, grown, repeated, swapped. */
final class Mutator {

    private static final int MAX_CHANGES = 5;
    private static final byte[][] NASTY = {{-1, -1, -1, -1}, {0, 0, 0, 0}, {-1, -1, -1, 127}, {0, 0, 0, -128},
        {'n', 'a', 'n'}, {'1', 'e', '9', '9'}, {'"'}, {'\n'}, {'('}, {'.'}, {'}'}, {']'}, {'R'}, {'u'}, {(byte)0x94}};

    private final SplittableRandom m_random;

    Mutator(final long seed) {
        m_random = new SplittableRandom(seed);
    }

    byte[] pick(final byte[][] originals) {
        return originals[m_random.nextInt(originals.length)];
    }

    byte[] mutate(final byte[] original) {
        var bytes = original.clone();
        for (int n = 1 + m_random.nextInt(MAX_CHANGES); n > 0 && bytes.length > 0; n--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    /** @return that many bytes, each one of those given */
    byte[] random(final int[] alphabet, final int length) {
        final var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte)alphabet[m_random.nextInt(alphabet.length)];
        }
        return bytes;
    }

    private byte[] change(final byte[] bytes) {
        final int at = m_random.nextInt(bytes.length);
        final int other = m_random.nextInt(bytes.length);
        final int from = Math.min(at, other);
        final int to = Math.max(at, other);
        switch (m_random.nextInt(7)) {
            case 0:
                bytes[at] ^= (byte)(1 << m_random.nextInt(8));
                return bytes;
            case 1:
                bytes[at] = (byte)m_random.nextInt(256);
                return bytes;
            case 2:
                return Arrays.copyOf(bytes, at);
            case 3:
                return splice(bytes, at, at, NASTY[m_random.nextInt(NASTY.length)]);
            case 4:
                return splice(bytes, from, to, new byte[0]);
            case 5:
                return splice(bytes, at, at, Arrays.copyOfRange(bytes, from, to));
            default:
                final var nasty = NASTY[m_random.nextInt(NASTY.length)];
                return splice(bytes, at, Math.min(bytes.length, at + nasty.length), nasty);
        }
    }

    private static byte[] splice(final byte[] bytes, final int from, final int to, final byte[] with) {
        final var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
