package org.scelmo.embedded.runner.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How the rows of a table file are compressed. */
enum Compression {

    /** Not at all. */
    NONE,
    /** gzip, KNIME's form before version 4. */
    GZIP,
    /** Snappy, KNIME's form since version 4. */
    SNAPPY;

    private static final int BUFFER = 64 * 1024;

    /** @param name as tables have it; {@code true} and {@code false} are old forms of gzip and none */
    static Compression of(final String name) throws IOException {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "NONE", "FALSE" -> NONE;
            case "GZIP", "TRUE" -> GZIP;
            case "SNAPPY" -> SNAPPY;
            default -> throw new IOException("The table is compressed with \"%s\", which is unknown".formatted(name));
        };
    }

    InputStream decompress(final InputStream in) throws IOException {
        return new BufferedInputStream(switch (this) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in);
            case SNAPPY -> new SnappyBlockInputStream(in);
        }, BUFFER);
    }

    /** Opens a stream in the form that is written today. */
    static OutputStream compress(final OutputStream out) throws IOException {
        return new BufferedOutputStream(new SnappyBlockOutputStream(out), BUFFER);
    }
}
