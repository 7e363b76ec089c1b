package org.scelmo.core.io.hdf5;

import java.nio.file.Path;

/** Data are compressed by a filter that is not read; the resolution says how to save the file with one that is. */
public final class UnsupportedFilterException extends Hdf5Exception {

    private static final long serialVersionUID = 1L;

    private final String m_filter;

    UnsupportedFilterException(final Path file, final String location, final String filter) {
        super(null, file, location,
            "the data are compressed with '%s', which is not supported (gzip, zstd, lzf, lz4, bitshuffle and blosc are)."
                .formatted(filter),
            "Save the file again with gzip in Python: import anndata, hdf5plugin; a = anndata.read_h5ad(\"%s\"); "
                .formatted(file.getFileName()) + "a.write_h5ad(\"out.h5ad\", compression=\"gzip\")");
        m_filter = filter;
    }

    /** @return the filter's name */
    public String filter() {
        return m_filter;
    }
}
