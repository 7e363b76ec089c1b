package org.scelmo.core.io.hdf5;

import java.nio.file.Path;

import org.scelmo.core.ScelmoException;

/** An HDF5 file is damaged, cut off, not HDF5 at all, or uses something that is not read. */
public class Hdf5Exception extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private final String m_location;

    /**
     * @param cause what was thrown underneath, or null
     * @param file the file
     * @param location path inside the file, such as {@code /X/indptr}
     * @param what what is wrong, a sentence
     * @param resolutions what the user can do
     */
    public Hdf5Exception(final Throwable cause, final Path file, final String location, final String what,
        final String... resolutions) {
        super(cause, "%s, %s: %s".formatted(file.getFileName(), location, what), resolutions);
        m_location = location;
    }

    /** @return path inside the file */
    public final String location() {
        return m_location;
    }
}
