package org.scelmo.embedded.files;

import java.io.IOException;
import java.nio.file.Path;

import org.knime.filehandling.core.connections.FSPath;

/** Leads from a path of KNIME's file handling to the file on this computer. */
public final class RealPath {

    private RealPath() {
    }

    /**
     * @param path a path of one of the embedded file systems
     * @return the absolute path of the file on this computer; it need not exist
     * @throws IOException if the path leaves the mountpoint, leads into a workflow or is not ours
     */
    public static Path of(final FSPath path) throws IOException {
        if (path instanceof EmbeddedPath embedded) {
            return embedded.real();
        }
        throw new IOException("The file " + path + " does not lie on this computer.");
    }
}
