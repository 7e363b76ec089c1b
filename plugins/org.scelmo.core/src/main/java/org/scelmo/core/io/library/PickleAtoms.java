package org.scelmo.core.io.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Numbers, texts and bytes of a pickle. */
final class PickleAtoms {

    /** longer texts are kept as payload, which is let go when it is used */
    private static final int SHORT_TEXT = 256;
    /** a vector of the greatest length in float64, written in the most wasteful way */
    private static final long MAX_SIZE = 16L << 20;
    private static final int MAX_NUMBER_LINE = 400;
    private static final int MAX_GLOBAL_LINE = 1000;

    private final ByteSource m_source;
    private final PickleBudget m_budget;

    PickleAtoms(final ByteSource source, final PickleBudget budget) {
        m_source = source;
        m_budget = budget;
    }

    /**
     * @return the atom: a Number, Boolean, String, {@link PyPayload} or None; null if the opcode makes another thing
     */
    Object read(final int opcode) throws IOException {
        return switch (opcode) {
            case 'N' -> PickleEntries.NONE;
            case 0x88 -> Boolean.TRUE;
            case 0x89 -> Boolean.FALSE;
            case 'K' -> (long)m_source.readByte();
            case 'M' -> m_source.readLittleEndian(2);
            case 'J' -> (long)(int)m_source.readLittleEndian(4);
            case 'G' -> Double.longBitsToDouble(Long.reverseBytes(m_source.readLittleEndian(8)));
            case 'I', 'L' -> wholeLine();
            case 'F' -> realLine();
            case 0x8A -> whole(m_source.readByte());
            case 0x8B -> whole(m_source.readLittleEndian(4));
            case 'V' -> text(PyEscapes.decode(m_source.readLine((int)MAX_SIZE, "A text"), m_source));
            case 0x8C -> utf8(m_source.readByte());
            case 'X' -> utf8(m_source.readLittleEndian(4));
            case 0x8D -> utf8(m_source.readLittleEndian(8));
            case 'C' -> PyPayload.of(bytes(m_source.readByte()), m_budget);
            case 'B' -> PyPayload.of(bytes(m_source.readLittleEndian(4)), m_budget);
            case 0x8E, 0x96 -> PyPayload.of(bytes(m_source.readLittleEndian(8)), m_budget);
            case 'U' -> text(new String(bytes(m_source.readByte()), StandardCharsets.ISO_8859_1));
            case 'T' -> text(new String(bytes(m_source.readLittleEndian(4)), StandardCharsets.ISO_8859_1));
            default -> null;
        };
    }

    private byte[] bytes(final long count) throws IOException {
        m_source.checkClaim(count, "A text or array");
        if (count > MAX_SIZE) {
            throw m_source.malformed("a text or array takes %d bytes; a vector never takes more than %d."
                .formatted(count, MAX_SIZE),
                "Save a dictionary of name to vector, or one array with numpy.save and its names beside it.");
        }
        return m_source.readBytes(count, "A text or array");
    }

    private Object utf8(final long count) throws IOException {
        return text(new String(bytes(count), StandardCharsets.UTF_8));
    }

    private Object text(final String text) {
        if (text.length() > SHORT_TEXT) {
            return PyPayload.of(text, m_budget);
        }
        m_budget.take(PickleBudget.OBJECT + 2L * text.length());
        return text;
    }

    /** A little-endian whole number of any length; more than 64 bits have no place in a vector. */
    private Long whole(final long count) throws IOException {
        if (count > Long.BYTES) {
            throw m_source.malformed("a whole number of %d bytes is too large; at most 8 are read.".formatted(count),
                "Save vectors of floating-point numbers.");
        }
        long value = m_source.readLittleEndian((int)count);
        if (count > 0 && count < Long.BYTES) {
            final int unused = Long.SIZE - 8 * (int)count;
            value = value << unused >> unused;
        }
        return value;
    }

    private Object wholeLine() throws IOException {
        final var line = m_source.readLine(MAX_NUMBER_LINE, "A whole number");
        if (line.equals("00") || line.equals("01")) {
            return line.equals("01");
        }
        return parse(line.endsWith("L") ? line.substring(0, line.length() - 1) : line);
    }

    /** @return a memo entry's number, written in decimal */
    long decimal() throws IOException {
        return parse(m_source.readLine(MAX_NUMBER_LINE, "A memo entry"));
    }

    private long parse(final String line) {
        if (!line.matches("-?\\d{1,18}")) {
            throw m_source.malformed("%s is not a whole number of at most 18 digits.".formatted(
                ByteSource.quote(line)));
        }
        return Long.parseLong(line);
    }

    private Double realLine() throws IOException {
        final var line = m_source.readLine(MAX_NUMBER_LINE, "A number");
        if (line.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return Double.valueOf(line);
        }
        return switch (line) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> throw m_source.malformed("%s is not a number.".formatted(ByteSource.quote(line)));
        };
    }

    /** @return the class or function named by two lines */
    PyGlobal global() throws IOException {
        final var module = m_source.readLine(MAX_GLOBAL_LINE, "A module's name");
        return PyGlobal.find(module, m_source.readLine(MAX_GLOBAL_LINE, "A name"), m_source);
    }

    /** @return module and name of a class, for messages */
    String className() throws IOException {
        final var module = m_source.readLine(MAX_GLOBAL_LINE, "A module's name");
        return module + "." + m_source.readLine(MAX_GLOBAL_LINE, "A name");
    }
}
