package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.io.hdf5.RowReader;
import org.scelmo.core.io.rows.RowBands;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Turns columns into rows in two passes over the file: the first counts each row's entries; the second deals them out
 * to bands of rows.
 */
final class Transposition {

    private static final int PIECE = 1 << 18;

    private Transposition() {
    }

    static RowBlocks of(final MatrixNode node, final long[] columnStart, final int bandEntries,
        final TemporaryFiles files, final Progress progress) throws IOException {
        final var bands = new RowBands(node.columns(), count(node, progress.part(0, 0.3)), bandEntries, files);
        deal(node, columnStart, bands, progress.part(0.3, 1));
        return bands.rows();
    }

    private static long[] count(final MatrixNode node, final Progress progress) throws IOException {
        final var start = new long[(int)node.rows() + 1];
        final var reader = node.indices().open();
        final var indices = new int[PIECE];
        for (long done = 0; done < node.entries(); done += PIECE) {
            progress.checkCanceled();
            progress.update((double)done / node.entries(), () -> "Counting the entries of each cell");
            final int n = (int)Math.min(PIECE, node.entries() - done);
            reader.ints(done, n, indices, 0);
            for (int i = 0; i < n; i++) {
                if (indices[i] < 0 || indices[i] >= node.rows()) {
                    throw new MalformedAnnDataException(node.file().path(), node.indices().path(),
                        "entry %d is outside the rows 0 to %d.".formatted(done + i, node.rows() - 1),
                        "Save the matrix again: its indices contradict its shape.");
                }
                start[indices[i] + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Long::sum);
        return start;
    }

    private static void deal(final MatrixNode node, final long[] columnStart, final RowBands bands,
        final Progress progress) throws IOException {
        final var indices = new int[PIECE];
        final var values = new float[PIECE];
        final RowReader rows = node.indices().open();
        final RowReader numbers = node.data().open();
        int column = 0;
        for (long done = 0; done < node.entries(); done += PIECE) {
            progress.checkCanceled();
            progress.update((double)done / node.entries(), () -> "Turning columns into rows");
            final int n = (int)Math.min(PIECE, node.entries() - done);
            rows.ints(done, n, indices, 0);
            numbers.floats(done, n, values, 0);
            for (int i = 0; i < n; i++) {
                while (columnStart[column + 1] <= done + i) {
                    column++;
                }
                bands.put(indices[i], column, values[i]);
            }
        }
    }
}
