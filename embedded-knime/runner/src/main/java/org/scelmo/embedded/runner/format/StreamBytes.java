package org.scelmo.embedded.runner.format;

/** Control bytes of KNIME's table stream. */
final class StreamBytes {

    /** A missing cell without a message. */
    static final byte MISSING = -128;

    /** A cell in Java serialization: never read or written here. */
    static final byte JAVA_SERIALIZED = -127;

    /** The first cell class; the n-th class of the table's list has this plus n. */
    static final byte FIRST_CLASS = -126;

    /** Ends a row. The same value as a cell's class byte 1, but never where a cell is expected. */
    static final byte ROW_END = -125;

    private StreamBytes() {
    }
}
