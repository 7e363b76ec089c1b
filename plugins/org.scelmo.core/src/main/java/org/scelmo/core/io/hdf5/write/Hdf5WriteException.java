package org.scelmo.core.io.hdf5.write;

import org.scelmo.core.ScelmoException;

/** Something cannot be stored in an HDF5 file. */
public final class Hdf5WriteException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    Hdf5WriteException(final String message, final String... resolutions) {
        super(message, resolutions);
    }
}
