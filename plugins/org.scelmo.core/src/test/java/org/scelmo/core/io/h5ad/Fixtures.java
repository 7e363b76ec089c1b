package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.RowBlocks;

/** The small files that {@code src/test/python/make_h5ad_fixtures.py} makes. */
final class Fixtures {

    private Fixtures() {
    }

    static Path path(final String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name + ".h5ad"), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return X, read to the end, with its zeros */
    static float[][] x(final Path path) throws IOException {
        try (var file = H5adFile.open(path)) {
            final var data = file.read(Selection.x(), Progress.NONE).data();
            return dense(data.x().orElseThrow(), 2);
        }
    }

    static float[][] dense(final RowBlocks rows, final int rowsAtOnce) throws IOException {
        final var dense = new float[(int)rows.rows()][rows.columns()];
        try (var cursor = rows.open()) {
            for (var block = cursor.next(rowsAtOnce); block != null; block = cursor.next(rowsAtOnce)) {
                block.checkStructure();
                final int first = (int)cursor.position() - block.rows();
                for (int i = 0; i < block.rows(); i++) {
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        dense[first + i][block.indices()[e]] = block.values()[e];
                    }
                }
                cursor.recycle(block);
            }
        }
        return dense;
    }
}
