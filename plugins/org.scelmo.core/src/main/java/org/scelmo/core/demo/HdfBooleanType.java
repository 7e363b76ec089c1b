package org.scelmo.core.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.storage.HdfBackingStorage;

/**
 * Truth values as h5py and anndata know them: an HDF5 enumeration of FALSE and TRUE over int8. jHDF 0.13 itself writes
 * a bit field, which anndata reads as numbers and refuses as a categorical's {@code ordered}.
 */
final class HdfBooleanType extends DataType {

    private static final int ENUM_CLASS = 8;
    private static final int MEMBERS = 2;

    HdfBooleanType() {
        super(ENUM_CLASS, 1);
        classBits.set(MEMBERS / 2); // the low bits hold the number of members, 2 = binary 10
    }

    @Override
    public Class<?> getJavaType() {
        return boolean.class;
    }

    @Override
    public Object fillData(final ByteBuffer buffer, final int[] dimensions, final HdfBackingStorage storage) {
        throw new UnsupportedOperationException("This type only writes.");
    }

    /** @param data a Boolean or a boolean[] */
    @Override
    public ByteBuffer encodeData(final Object data) {
        final var values = data instanceof boolean[] array ? array : new boolean[]{(Boolean)data};
        final var buffer = ByteBuffer.allocate(values.length);
        for (final var value : values) {
            buffer.put((byte)(value ? 1 : 0));
        }
        return buffer.rewind();
    }

    /** The datatype message: base type, names (each padded to 8 bytes), values. */
    @Override
    public ByteBuffer toBuffer() {
        return toBufferBuilder()
            .writeBuffer(new FixedPoint(1).toBuffer())
            .writeBytes("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
            .writeBytes(new byte[]{0, 1})
            .build();
    }
}
