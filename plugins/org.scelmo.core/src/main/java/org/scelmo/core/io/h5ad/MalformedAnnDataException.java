package org.scelmo.core.io.h5ad;

import java.nio.file.Path;

import org.scelmo.core.io.hdf5.Hdf5Exception;

/** An HDF5 file is no AnnData file, or its parts contradict each other. */
public final class MalformedAnnDataException extends Hdf5Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file
     * @param location path inside the file, such as {@code /X/indptr}
     * @param what what is wrong, a sentence
     * @param resolutions what the user can do
     */
    public MalformedAnnDataException(final Path file, final String location, final String what,
        final String... resolutions) {
        super(null, file, location, what, resolutions);
    }
}
