package org.scelmo.core.io.library.write;

/** How vectors are written. */
public enum VectorFormat {
    /** Text, separated by commas: a header, then one vector per line, the name first. */
    CSV(','),
    /** The same, separated by tabs. */
    TSV('\t'),
    /** A NumPy array, float32, one row per vector; the names beside it, one per line. */
    NPY('\0');

    private final char m_separator;

    VectorFormat(final char separator) {
        m_separator = separator;
    }

    char separator() {
        return m_separator;
    }
}
