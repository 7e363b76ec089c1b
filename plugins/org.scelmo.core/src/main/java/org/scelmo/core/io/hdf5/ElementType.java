package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;

/**
 * What the elements of a dataset are, and how their bytes become Java numbers.
 *
 * @param kind of element
 * @param size bytes of one element
 * @param order byte order of numbers
 * @param name as NumPy would name it, such as {@code float32}; for display
 * @param source jhdf's description
 */
public record ElementType(Kind kind, int size, ByteOrder order, String name, DataType source) {

    /** What elements are. */
    public enum Kind {
        /** Signed whole numbers of 1, 2, 4 or 8 bytes. */
        INT,
        /** Unsigned whole numbers of 1, 2, 4 or 8 bytes. */
        UINT,
        /** IEEE 754 numbers of 2, 4 or 8 bytes. */
        FLOAT,
        /** Truth values: h5py's enumeration, or a bit field of one byte. */
        BOOL,
        /** Text of fixed or variable length. */
        TEXT,
        /** Records of named fields. */
        COMPOUND,
        /** Anything else: read by nothing here. */
        OTHER
    }

    private static final int BITS = 8;

    static ElementType of(final DataType type) {
        final int size = type.getSize();
        if (type instanceof FixedPoint fixed) {
            final boolean plain = Integer.bitCount(size) == 1 && size <= Long.BYTES && fixed.getBitOffset() == 0
                && fixed.getBitPrecision() == size * BITS;
            return !plain ? other(type) : new ElementType(fixed.isSigned() ? Kind.INT : Kind.UINT, size,
                fixed.getByteOrder(), (fixed.isSigned() ? "int" : "uint") + size * BITS, type);
        }
        if (type instanceof FloatingPoint real) {
            return isIeee(real) ? new ElementType(Kind.FLOAT, size, real.getByteOrder(), "float" + size * BITS, type)
                : other(type);
        }
        if (type instanceof EnumDataType choice && choice.getBaseType() instanceof FixedPoint base) {
            final var of = of(base);
            return isTruth(choice) ? new ElementType(Kind.BOOL, of.size, of.order, "bool", type) : of;
        }
        if (type instanceof BitField && size == 1) {
            return new ElementType(Kind.BOOL, 1, ByteOrder.LITTLE_ENDIAN, "bool", type);
        }
        if (type instanceof StringData || type instanceof VariableLength text && text.isVariableLengthString()) {
            return new ElementType(Kind.TEXT, size, ByteOrder.LITTLE_ENDIAN, "string", type);
        }
        return type instanceof CompoundDataType
            ? new ElementType(Kind.COMPOUND, size, ByteOrder.LITTLE_ENDIAN, "compound", type) : other(type);
    }

    private static ElementType other(final DataType type) {
        final var name = type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new ElementType(Kind.OTHER, type.getSize(), ByteOrder.LITTLE_ENDIAN, name, type);
    }

    private static boolean isIeee(final FloatingPoint type) {
        final int exponent = type.getExponentSize();
        return type.getBitOffset() == 0 && switch (type.getSize()) {
            case Short.BYTES -> exponent == 5;
            case Float.BYTES -> exponent == 8;
            case Double.BYTES -> exponent == 11;
            default -> false;
        };
    }

    private static boolean isTruth(final EnumDataType type) {
        final var names = type.getEnumMapping();
        return names.size() == 2 && "FALSE".equals(names.get(0)) && "TRUE".equals(names.get(1))
            && Integer.bitCount(type.getSize()) == 1;
    }

    /** @return whether elements are whole numbers or truth values */
    public boolean isWhole() {
        return kind == Kind.INT || kind == Kind.UINT || kind == Kind.BOOL;
    }

    /** @return whether elements are numbers or truth values */
    public boolean isNumeric() {
        return isWhole() || kind == Kind.FLOAT;
    }

    /** @return one element as a whole number; unsigned 64-bit ones above 2<sup>63</sup> − 1 come out negative */
    long longAt(final ByteBuffer bytes, final int at) {
        final boolean unsigned = kind != Kind.INT;
        return switch (size) {
            case Byte.BYTES -> unsigned ? bytes.get(at) & 0xFFL : bytes.get(at);
            case Short.BYTES -> unsigned ? bytes.getShort(at) & 0xFFFFL : bytes.getShort(at);
            case Integer.BYTES -> unsigned ? bytes.getInt(at) & 0xFFFFFFFFL : bytes.getInt(at);
            default -> bytes.getLong(at);
        };
    }

    double doubleAt(final ByteBuffer bytes, final int at) {
        if (kind != Kind.FLOAT) {
            final long whole = longAt(bytes, at);
            return kind == Kind.UINT && whole < 0 ? ((whole >>> 1) | (whole & 1)) * 2.0 : whole;
        }
        return switch (size) {
            case Short.BYTES -> half(bytes.getShort(at));
            case Float.BYTES -> bytes.getFloat(at);
            default -> bytes.getDouble(at);
        };
    }

    /** Decodes elements that lie {@code stride} bytes apart. */
    void doubles(final ByteBuffer bytes, final int first, final int stride, final double[] into, final int at,
        final int count) {
        bytes.order(order);
        for (int i = 0; i < count; i++) {
            into[at + i] = doubleAt(bytes, first + i * stride);
        }
    }

    /** Decodes elements that lie one after the other, from the buffer's start. */
    void longs(final ByteBuffer bytes, final long[] into, final int at, final int count) {
        bytes.order(order);
        for (int i = 0; i < count; i++) {
            into[at + i] = longAt(bytes, i * size);
        }
    }

    /** Decodes elements from the given byte on; float32 and int32, the common ones, in bulk. */
    void floats(final ByteBuffer bytes, final int first, final float[] into, final int at, final int count) {
        bytes.order(order);
        if (kind == Kind.FLOAT && size == Float.BYTES) {
            bytes.position(first).limit(first + count * size);
            bytes.asFloatBuffer().get(into, at, count);
            bytes.clear();
            return;
        }
        for (int i = 0; i < count; i++) {
            into[at + i] = (float)doubleAt(bytes, first + i * size);
        }
    }

    /** Decodes whole numbers; those that are no int become −1, which is no valid index. */
    void ints(final ByteBuffer bytes, final int[] into, final int at, final int count) {
        bytes.order(order);
        if (size == Integer.BYTES && kind == Kind.INT) {
            bytes.position(0).limit(count * size);
            bytes.asIntBuffer().get(into, at, count);
            bytes.clear();
            return;
        }
        for (int i = 0; i < count; i++) {
            final long value = longAt(bytes, i * size);
            into[at + i] = value == (int)value ? (int)value : -1;
        }
    }

    private static float half(final short bits) {
        final int sign = (bits & 0x8000) << 16;
        final int exponent = bits >> 10 & 0x1F;
        final int mantissa = bits & 0x3FF;
        if (exponent == 0) {
            final float small = mantissa * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        final int wide = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | wide << 23 | mantissa << 13);
    }
}
