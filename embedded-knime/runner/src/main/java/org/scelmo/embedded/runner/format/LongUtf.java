package org.scelmo.embedded.runner.format;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Strings in Java's modified UTF-8, preceded by their length in bytes: an unsigned short, or 0xFFFF and a
 * {@code long} for strings of 65535 bytes and more.
 */
final class LongUtf {

    private static final int LONG_FORM = 0xFFFF;

    private LongUtf() {
    }

    static void write(final DataOutput out, final String text) throws IOException {
        final var bytes = new ByteArrayOutputStream(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            encode(text.charAt(i), bytes);
        }
        if (bytes.size() < LONG_FORM) {
            out.writeShort(bytes.size());
        } else {
            out.writeShort(LONG_FORM);
            out.writeLong(bytes.size());
        }
        out.write(bytes.toByteArray());
    }

    static String read(final DataInput in) throws IOException {
        final var first = in.readUnsignedShort();
        final var length = first == LONG_FORM ? in.readLong() : first;
        if (length < 0) {
            throw new IOException("Damaged string: it claims " + length + " bytes");
        }
        final var text = new StringBuilder((int)Math.min(length, 1 << 16));
        for (var read = 0L; read < length;) {
            final var b = in.readUnsignedByte();
            if (b < 0x80) {
                text.append((char)b);
                read += 1;
            } else if (b >> 5 == 0b110) {
                text.append((char)((b & 0x1F) << 6 | in.readUnsignedByte() & 0x3F));
                read += 2;
            } else {
                text.append((char)((b & 0x0F) << 12 | (in.readUnsignedByte() & 0x3F) << 6
                    | in.readUnsignedByte() & 0x3F));
                read += 3;
            }
        }
        return text.toString();
    }

    private static void encode(final char c, final ByteArrayOutputStream out) {
        if (c != 0 && c < 0x80) {
            out.write(c);
        } else if (c < 0x800) {
            out.write(0xC0 | c >> 6);
            out.write(0x80 | c & 0x3F);
        } else {
            out.write(0xE0 | c >> 12);
            out.write(0x80 | c >> 6 & 0x3F);
            out.write(0x80 | c & 0x3F);
        }
    }
}
