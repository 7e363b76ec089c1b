package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.io.hdf5.Hdf5File;

/** Recognizes HDF5 files of neighboring formats, so that a user is told what they have chosen. */
final class OtherFormats {

    private OtherFormats() {
    }

    static void refuse(final Hdf5File file) throws IOException {
        final var root = file.root();
        final var names = root.names();
        if (names.contains("obs") && names.contains("var") && !names.contains("mod")) {
            return;
        }
        if (names.contains("mod")) {
            throw other(file, "a MuData file (.h5mu) with several modalities",
                "Save one modality in Python: mudata.read(\"%s\")[\"rna\"].write_h5ad(\"out.h5ad\")");
        }
        if (names.contains("row_attrs") && names.contains("col_attrs")) {
            throw other(file, "a Loom file",
                "Convert it in Python: anndata.read_loom(\"%s\").write_h5ad(\"out.h5ad\")");
        }
        if (root.has("matrix")) {
            throw other(file, "an HDF5 file with a 'matrix' as 10x Genomics writes it",
                "Convert it in Python: scanpy.read_10x_h5(\"%s\").write_h5ad(\"out.h5ad\")");
        }
    }

    private static MalformedAnnDataException other(final Hdf5File file, final String kind, final String resolution) {
        return new MalformedAnnDataException(file.path(), "/", "this is " + kind + ", not an AnnData file (.h5ad).",
            resolution.formatted(file.path().getFileName()));
    }
}
