package org.scelmo.core.io.h5ad;

import java.io.IOException;

/** Reads and checks where each row (or column) of a sparse matrix begins. */
final class Offsets {

    private static final String RESAVE = "Save the matrix again: the offsets (indptr) contradict the data.";

    private Offsets() {
    }

    /** @return one more than rows (CSR) or columns (CSC): from 0, never falling, ending at the number of entries */
    static long[] read(final MatrixNode node) throws IOException {
        final var offsets = node.indptr().longs();
        final var path = node.indptr().path();
        if (offsets.length == 0 || offsets[0] != 0) {
            throw new MalformedAnnDataException(node.file().path(), path, "the offsets do not begin with 0.", RESAVE);
        }
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] < offsets[i - 1]) {
                throw new MalformedAnnDataException(node.file().path(), path,
                    "the offsets fall from %d to %d at position %d; they must never fall.".formatted(offsets[i - 1],
                        offsets[i], i), RESAVE);
            }
        }
        final long last = offsets[offsets.length - 1];
        if (last != node.entries()) {
            throw new MalformedAnnDataException(node.file().path(), path,
                "the offsets end at %d, but there are %d entries.".formatted(last, node.entries()), RESAVE);
        }
        return offsets;
    }
}
