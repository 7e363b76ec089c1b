package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens the streams to which port objects and specs are written. */
public final class PortUtil {

    /** The first entry of an object's stream: marks what it is. */
    private static final String OBJECT_ENTRY = "portObject.file";

    /** The first entry of a spec's stream. */
    private static final String SPEC_ENTRY = "portSpec.file";

    private PortUtil() {
    }

    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream in) throws IOException {
        final var zip = new PortObjectZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(OBJECT_ENTRY));
        return zip;
    }

    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) throws IOException {
        final var zip = new PortObjectZipInputStream(in);
        check(zip, OBJECT_ENTRY);
        return zip;
    }

    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream in)
        throws IOException {
        final var zip = new PortObjectSpecZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(SPEC_ENTRY));
        return zip;
    }

    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
        throws IOException {
        final var zip = new PortObjectSpecZipInputStream(in);
        check(zip, SPEC_ENTRY);
        return zip;
    }

    private static void check(final ZipInputStream zip, final String expected) throws IOException {
        final var entry = zip.getNextEntry();
        if (entry == null || !expected.equals(entry.getName())) {
            throw new IOException("Expected zip entry \"" + expected + "\", got "
                + (entry == null ? "none" : "\"" + entry.getName() + "\""));
        }
    }
}
