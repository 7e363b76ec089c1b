package org.scelmo.core.io.hdf5;

import java.io.IOException;

/** A group or a dataset. */
public sealed interface Hdf5Node permits Hdf5Group, Hdf5Dataset {

    /** @return where it stands in the file, such as {@code /obs/cell_type} */
    String path();

    /**
     * @return its attributes
     * @throws IOException if the file cannot be read
     * @throws Hdf5Exception if it is damaged
     */
    Hdf5Attributes attributes() throws IOException;
}
