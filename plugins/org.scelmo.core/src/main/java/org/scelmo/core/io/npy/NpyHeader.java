package org.scelmo.core.io.npy;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the numbers of a {@code .npy} file (format versions 1.0 to 3.0).
 *
 * @param descr element type as NumPy writes it: byte order ({@code <}, {@code >}, {@code |}), kind and bytes, such as
 *            {@code <f4}
 * @param fortranOrder whether the first axis runs fastest
 * @param shape length of each axis, none negative; empty for a single number
 * @param bytes length of the header itself: the offset of the first number in the file
 */
public record NpyHeader(String descr, boolean fortranOrder, long[] shape, int bytes) {

    /** Little-endian float32. */
    public static final String FLOAT32 = "<f4";

    /** Little-endian int32. */
    public static final String INT32 = "<i4";

    /** Little-endian int64. */
    public static final String INT64 = "<i8";

    private static final byte[] MAGIC = {(byte)0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    /** NumPy itself refuses longer ones; a claimed length beyond it is damage or malice. */
    private static final int MAX_TEXT = 1 << 16;

    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?[a-zA-Z]\\d*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^()]*)\\)");

    /**
     * @param descr element type, such as {@link #FLOAT32}
     * @param shape length of each axis
     * @return the header of an array in C order
     */
    public static NpyHeader of(final String descr, final long... shape) {
        return new NpyHeader(descr, false, shape, MAGIC.length + 4 + paddedText(descr, shape).length());
    }

    /**
     * Reads a header and leaves the stream at the first number.
     *
     * @param in a stream at the start of the file
     * @return the header
     * @throws IOException if the stream cannot be read
     * @throws NpyFormatException if this is no NPY file, is cut off, or holds structured or unusual elements
     */
    public static NpyHeader read(final InputStream in) throws IOException {
        final var data = new DataInputStream(in);
        try {
            final var start = data.readNBytes(MAGIC.length + 2);
            if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw new NpyFormatException("This is not a NumPy array: it does not start with \\x93NUMPY.",
                    "Save the array with numpy.save(\"out.npy\", array).");
            }
            final int major = start[MAGIC.length];
            if (major < 1 || major > 3) {
                throw new NpyFormatException("NPY format version %d is not known; 1 to 3 are.".formatted(major));
            }
            final int lengthBytes = major == 1 ? 2 : 4;
            final var length = ByteBuffer.wrap(readFully(data, lengthBytes)).order(ByteOrder.LITTLE_ENDIAN);
            final long claimed = major == 1 ? length.getShort() & 0xFFFF : length.getInt() & 0xFFFFFFFFL;
            if (claimed > MAX_TEXT) {
                throw new NpyFormatException("The NPY header claims %d bytes; at most %d are allowed."
                    .formatted(claimed, MAX_TEXT));
            }
            final var text = new String(readFully(data, (int)claimed),
                major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            return parse(text, start.length + lengthBytes + (int)claimed);
        } catch (EOFException e) {
            final var cut = new NpyFormatException("The NPY file ends inside its header.", "Copy or save it again.");
            cut.initCause(e);
            throw cut;
        }
    }

    private static byte[] readFully(final DataInputStream data, final int count) throws IOException {
        final var bytes = new byte[count];
        data.readFully(bytes);
        return bytes;
    }

    private static NpyHeader parse(final String text, final int bytes) {
        final var descr = DESCR.matcher(text);
        final var fortran = FORTRAN.matcher(text);
        final var shape = SHAPE.matcher(text);
        if (!descr.find() || !fortran.find() || !shape.find()) {
            throw new NpyFormatException(
                "The NPY header is not understood (structured elements are not read): " + text.strip(),
                "Save a plain array of numbers: numpy.save(\"out.npy\", array.astype(\"float32\")).");
        }
        return new NpyHeader(descr.group(1), fortran.group(1).equals("True"), axes(shape.group(1)), bytes);
    }

    private static long[] axes(final String list) {
        try {
            final var axes = Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty())
                .mapToLong(Long::parseLong).toArray();
            if (Arrays.stream(axes).anyMatch(n -> n < 0)) {
                throw new NpyFormatException("The NPY header has a negative length: (" + list + ").");
            }
            return axes;
        } catch (NumberFormatException e) {
            final var odd = new NpyFormatException("The NPY header has an odd shape: (" + list + ").");
            odd.initCause(e);
            throw odd;
        }
    }

    /** @return number of elements */
    public long elements() {
        long n = 1;
        for (final var axis : shape) {
            try {
                n = Math.multiplyExact(n, axis);
            } catch (ArithmeticException e) {
                final var huge = new NpyFormatException("The NPY header claims more elements than a file can hold.");
                huge.initCause(e);
                throw huge;
            }
        }
        return n;
    }

    /** @return the header as it stands in a file, format version 1.0; its length is {@link #bytes()} */
    public byte[] toBytes() {
        final var text = paddedText(descr, shape);
        final var buffer = ByteBuffer.allocate(MAGIC.length + 4 + text.length()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put((byte)1).put((byte)0).putShort((short)text.length());
        return buffer.put(text.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    /** Padded so that the numbers begin at a multiple of 64 bytes, as NumPy does for memory mapping. */
    private static String paddedText(final String descr, final long[] shape) {
        final var axes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
        final var text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + axes + "), }";
        final int unpadded = MAGIC.length + 4 + text.length() + 1;
        return text + " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT) + "\n";
    }
}
