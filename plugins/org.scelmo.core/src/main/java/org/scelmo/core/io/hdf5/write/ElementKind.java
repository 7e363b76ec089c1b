package org.scelmo.core.io.hdf5.write;

/** What a dataset or an attribute holds; numbers are little-endian. */
public enum ElementKind {
    /** Signed, 8 bits. */
    INT8(1),
    /** Signed, 16 bits. */
    INT16(2),
    /** Signed, 32 bits. */
    INT32(4),
    /** Signed, 64 bits. */
    INT64(8),
    /** IEEE 754, 32 bits. */
    FLOAT32(4),
    /** IEEE 754, 64 bits. */
    FLOAT64(8),
    /** Truth values as h5py stores them: an 8-bit enumeration of FALSE and TRUE. */
    BOOL(1),
    /** Texts of any length, UTF-8; in place stand length, address and number of a global heap's object. */
    TEXT(16);

    private static final int FIXED_POINT = 0x10;
    private static final int FLOATING_POINT = 0x11;
    private static final int ENUMERATION = 0x18;
    private static final int VARIABLE_LENGTH = 0x19;

    private final int m_size;

    ElementKind(final int size) {
        m_size = size;
    }

    /** @return bytes per element in the dataset */
    int size() {
        return m_size;
    }

    /** @return the datatype message, version 1 */
    Bytes message() {
        return switch (this) {
            case INT8, INT16, INT32, INT64 -> fixedPoint(0x08, m_size);
            case FLOAT32 -> floatingPoint(23, 8, 127);
            case FLOAT64 -> floatingPoint(52, 11, 1023);
            case BOOL -> header(ENUMERATION, 2, 0, m_size).put(INT8.message()).ascii("FALSE\0\0\0TRUE\0\0\0\0")
                .u8(0, 1);
            case TEXT -> header(VARIABLE_LENGTH, 1, 1, m_size).put(fixedPoint(0, 1));
        };
    }

    private static Bytes header(final int classAndVersion, final int bits0, final int bits1, final int size) {
        return new Bytes().u8(classAndVersion, bits0, bits1, 0).u32(size);
    }

    private static Bytes fixedPoint(final int flags, final int size) {
        return header(FIXED_POINT, flags, 0, size).u16(0).u16(8 * size);
    }

    /** Bits from the lowest: mantissa (its leading 1 is implied), exponent, sign. */
    private Bytes floatingPoint(final int mantissa, final int exponent, final int bias) {
        return header(FLOATING_POINT, 0x20, 8 * m_size - 1, m_size).u16(0).u16(8 * m_size)
            .u8(mantissa, exponent, 0, mantissa).u32(bias);
    }
}
