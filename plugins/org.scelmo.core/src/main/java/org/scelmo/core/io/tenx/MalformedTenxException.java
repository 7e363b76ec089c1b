package org.scelmo.core.io.tenx;

import java.nio.file.Path;

import org.scelmo.core.io.hdf5.Hdf5Exception;

/** A 10x HDF5 file contradicts itself, or has not what is asked for. */
public final class MalformedTenxException extends Hdf5Exception {

    private static final long serialVersionUID = 1L;

    MalformedTenxException(final Path file, final String location, final String what, final String... resolutions) {
        super(null, file, location, what, resolutions);
    }
}
