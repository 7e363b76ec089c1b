package org.scelmo.core.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;

import io.jhdf.exceptions.HdfException;

/** Compared with zlib itself, which Java brings. */
class InflateTest {

    private static final int[] STRATEGIES = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};

    private final Inflate m_inflate = new Inflate();

    private static byte[] deflate(final byte[] bytes, final int level, final int strategy, final int flush) {
        final var deflater = new Deflater(level);
        deflater.setStrategy(strategy);
        final var out = new byte[2 * bytes.length + 1000];
        int length = 0;
        // in three parts, so that flushes put empty blocks between them
        for (int part = 0; part < 3; part++) {
            final int from = part * bytes.length / 3;
            deflater.setInput(bytes, from, (part + 1) * bytes.length / 3 - from);
            // the first call may do no more than set the strategy
            do {
                length += deflater.deflate(out, length, out.length - length, flush);
            } while (!deflater.needsInput());
        }
        deflater.finish();
        length += deflater.deflate(out, length, out.length - length);
        assertTrue(deflater.finished());
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /** Bytes of every character: random, few different ones, repetitions near and far, numbers as in a matrix. */
    private static byte[] bytes(final SplittableRandom random) {
        final var bytes = new byte[random.nextInt(5) == 0 ? random.nextInt(40) : random.nextInt(70_000)];
        final int kinds = 1 + random.nextInt(random.nextBoolean() ? 4 : 256);
        final int period = 1 + random.nextInt(random.nextBoolean() ? 12 : 40_000);
        final int noise = 1 + random.nextInt(200);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i >= period && random.nextInt(noise) != 0 ? bytes[i - period] : (byte)random.nextInt(kinds);
        }
        return bytes;
    }

    private byte[] inflate(final byte[] packed, final int most) {
        final var in = Arrays.copyOf(packed, packed.length + Inflate.IN_SLACK);
        // what stands behind the input must not matter
        Arrays.fill(in, packed.length, in.length, (byte)0x5A);
        final var out = new byte[most + Inflate.OUT_SLACK];
        return Arrays.copyOf(out, m_inflate.inflate(in, packed.length, out, most));
    }

    @Test
    void whatZlibDeflatedComesBackAsItWas() {
        for (int seed = 0; seed < 1500; seed++) {
            final var random = new SplittableRandom(seed);
            final var bytes = bytes(random);
            final var packed = deflate(bytes, random.nextInt(10), STRATEGIES[random.nextInt(3)],
                new int[]{Deflater.NO_FLUSH, Deflater.SYNC_FLUSH, Deflater.FULL_FLUSH}[random.nextInt(3)]);
            final int more = random.nextInt(2) * random.nextInt(1000);
            assertArrayEquals(bytes, inflate(packed, bytes.length + more), "seed " + seed);
        }
    }

    @Test
    void noMoreUnfoldsThanAskedFor() {
        final var random = new SplittableRandom(1);
        final var bytes = bytes(random);
        final var packed = deflate(bytes, 6, Deflater.DEFAULT_STRATEGY, Deflater.NO_FLUSH);
        for (int most = 0; most < bytes.length; most += 97) {
            assertArrayEquals(Arrays.copyOf(bytes, most), inflate(packed, most));
        }
        assertEquals(4096, inflate(deflate(new byte[50_000_000], 9, 0, Deflater.NO_FLUSH), 4096).length);
    }

    @Test
    void whatIsCutOffAnywhereIsTold() {
        for (final int level : new int[]{0, 1, 9}) {
            final var bytes = Arrays.copyOf(bytes(new SplittableRandom(7)), 3000);
            final var packed = deflate(bytes, level, Deflater.DEFAULT_STRATEGY, Deflater.NO_FLUSH);
            for (int length = 0; length < packed.length; length++) {
                final var cut = Arrays.copyOf(packed, length);
                assertThrows(HdfException.class, () -> inflate(cut, bytes.length), "cut at " + length);
            }
        }
    }

    /** Zlib is the judge: what it accepts comes out the same, what it refuses is refused. */
    @Test
    void damageIsJudgedAsZlibDoes() {
        int refused = 0;
        final int cases = 20_000;
        for (int seed = 0; seed < cases; seed++) {
            final var random = new SplittableRandom(seed);
            final var bytes = Arrays.copyOf(bytes(random), 1 + random.nextInt(2000));
            final var packed = deflate(bytes, random.nextInt(10), STRATEGIES[random.nextInt(3)], Deflater.NO_FLUSH);
            for (int i = random.nextInt(3); i >= 0; i--) {
                packed[random.nextInt(random.nextBoolean() ? Math.min(80, packed.length) : packed.length)] ^=
                    (byte)(1 << random.nextInt(8));
            }
            final byte[] expected = zlib(packed, 4096);
            if (expected == null) {
                refused++;
                assertThrows(HdfException.class, () -> inflate(packed, 4096), "seed " + seed);
            } else {
                assertArrayEquals(expected, inflate(packed, 4096), "seed " + seed);
            }
        }
        assertTrue(refused > cases / 2, refused + " of " + cases + " were refused");
    }

    /** @return null if zlib refuses before {@code most} bytes have come out */
    private static byte[] zlib(final byte[] packed, final int most) {
        final var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            final var out = new byte[most];
            int length = 0;
            while (!inflater.finished() && length < most) {
                final int n = inflater.inflate(out, length, most - length);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return null;
                }
                length += n;
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) { // NOSONAR this is the verdict
            return null;
        } finally {
            inflater.end();
        }
    }
}
