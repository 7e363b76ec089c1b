package org.scelmo.core.io.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Kinds of numbers in NumPy arrays that can become float32.
 *
 * @param code as in NumPy: kind and bytes, such as {@code f8}
 * @param order of the bytes
 */
record ElementType(String code, ByteOrder order) {

    /**
     * @param descr NumPy's description with or without a leading byte order, such as {@code <f4} or {@code f4}
     * @return empty if such elements are not read (objects, texts, complex numbers, structures…)
     */
    static Optional<ElementType> of(final String descr) {
        if (descr.isEmpty()) {
            return Optional.empty();
        }
        final boolean marked = "<>|=".indexOf(descr.charAt(0)) >= 0;
        final var code = marked ? descr.substring(1) : descr;
        final var order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return switch (code) {
            case "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4" ->
                Optional.of(new ElementType(code, order));
            default -> Optional.empty();
        };
    }

    /** @return bytes of one element */
    int size() {
        return code.charAt(1) - '0';
    }

    /**
     * Decodes consecutive elements.
     *
     * @param bytes holds at least {@code offset + count * size()} bytes
     * @return as float32, rounded to nearest; infinite where a float64 is too large
     */
    float[] decode(final byte[] bytes, final int offset, final int count) {
        final var buffer = ByteBuffer.wrap(bytes, offset, count * size()).slice().order(order);
        final var out = new float[count];
        switch (code) {
            case "f4" -> buffer.asFloatBuffer().get(out);
            case "f8" -> {
                final var doubles = buffer.asDoubleBuffer();
                for (int i = 0; i < count; i++) {
                    out[i] = (float)doubles.get(i);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    out[i] = decodeOne(buffer);
                }
            }
        }
        return out;
    }

    private float decodeOne(final ByteBuffer buffer) {
        return switch (code) {
            case "f2" -> half(buffer.getShort());
            case "i1" -> buffer.get();
            case "u1" -> buffer.get() & 0xFF;
            case "i2" -> buffer.getShort();
            case "u2" -> buffer.getShort() & 0xFFFF;
            case "i4" -> buffer.getInt();
            case "u4" -> buffer.getInt() & 0xFFFFFFFFL;
            case "i8" -> buffer.getLong();
            default -> throw new IllegalStateException(code);
        };
    }

    /** IEEE 754 binary16 to float32; exact. */
    static float half(final short bits) {
        final int sign = (bits & 0x8000) << 16;
        final int exponent = bits >> 10 & 0x1F;
        final int fraction = bits & 0x3FF;
        if (exponent == 0) { // zero and subnormal numbers: fraction × 2^−24
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * 0x1p-24f));
        }
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | fraction << 13);
        }
        return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
    }
}
