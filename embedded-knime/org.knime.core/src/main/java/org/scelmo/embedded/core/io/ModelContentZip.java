package org.scelmo.embedded.core.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** Settings trees as entries of zip streams. */
public final class ModelContentZip {

    private ModelContentZip() {
    }

    /**
     * Adds an entry; the stream stays open.
     *
     * @param content what the entry holds
     * @param name its name
     * @param out the stream
     * @throws IOException if it cannot be written
     */
    public static void write(final ModelContent content, final String name, final ZipOutputStream out)
        throws IOException {
        out.putNextEntry(new ZipEntry(name));
        final var bytes = new ByteArrayOutputStream();
        content.saveToXML(bytes);
        bytes.writeTo(out);
        out.closeEntry();
    }

    /**
     * Reads the next entry; the stream stays open.
     *
     * @param name the name it must have
     * @param in the stream
     * @return what the entry holds
     * @throws IOException if it cannot be read or has another name
     */
    public static ModelContentRO read(final String name, final ZipInputStream in) throws IOException {
        final var entry = in.getNextEntry();
        if (entry == null || !name.equals(entry.getName())) {
            throw new IOException("Expected zip entry \"" + name + "\", got "
                + (entry == null ? "none" : "\"" + entry.getName() + "\""));
        }
        return ModelContent.loadFromXML(new ByteArrayInputStream(in.readAllBytes()));
    }
}
