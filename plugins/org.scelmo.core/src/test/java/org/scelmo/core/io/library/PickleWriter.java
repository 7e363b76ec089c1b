package org.scelmo.core.io.library;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickle opcodes one by one: for files that no Python would write. */
final class PickleWriter {

    private final ByteArrayOutputStream m_out = new ByteArrayOutputStream();

    static PickleWriter protocol(final int version) {
        return new PickleWriter().bytes(0x80, version);
    }

    PickleWriter bytes(final int... bytes) {
        for (final var b : bytes) {
            m_out.write(b);
        }
        return this;
    }

    /** Opcodes that are printable characters, and text arguments. */
    PickleWriter ascii(final String text) {
        m_out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PickleWriter text(final String text) {
        final var utf8 = text.getBytes(StandardCharsets.UTF_8);
        ascii("X").int32(utf8.length);
        m_out.writeBytes(utf8);
        return this;
    }

    PickleWriter int32(final int value) {
        m_out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }

    PickleWriter int64(final long value) {
        m_out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        return this;
    }

    /** A list of numbers. */
    PickleWriter list(final double... values) {
        ascii("](");
        for (final var value : values) {
            real(value);
        }
        return ascii("e");
    }

    PickleWriter real(final double value) {
        ascii("G");
        m_out.writeBytes(ByteBuffer.allocate(8).putDouble(value).array());
        return this;
    }

    byte[] stop() {
        return ascii(".").m_out.toByteArray();
    }

    byte[] unfinished() {
        return m_out.toByteArray();
    }
}
