package org.scelmo.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.hdf5.Hdf5File;

/**
 * Reads X of a large .h5ad file as bare arrays (one thread) and as checked row blocks (all processors), beside h5py and
 * SciPy doing the same. Each round runs all four, so that what else the machine does hits all. Run with a small heap
 * ({@code JAVA_OPTS=-Xmx512m}), and under {@code taskset -c 0} for one core; the file comes from
 * {@code benchmarks/peers/make_h5ad.py}.
 */
public final class H5adReadBenchmark {

    private static final int WARM_UP = 2;
    private static final int RUNS = 5;
    private static final int BYTES_PER_ENTRY = Integer.BYTES + Float.BYTES;
    private static final int PIECE = 4_000_000;
    private static final int ROWS = 4096;

    private H5adReadBenchmark() {
    }

    /** @param args the .h5ad file */
    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var path = Path.of(args[0]).toAbsolutePath();
        final long entries = rows(path);
        final var seconds = new double[4][RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            final double[] times = {Timing.once(() -> arrays(path)), Timing.once(() -> rows(path)),
                peer(path, "arrays", run), peer(path, "rows", run)};
            for (int i = 0; i < times.length && run >= 0; i++) {
                seconds[i][run] = times[i];
            }
        }
        print("arrays", entries, seconds[0], seconds[2]);
        print("row blocks", entries, seconds[1], seconds[3]);
    }

    private static double peer(final Path path, final String what, final int run)
        throws IOException, InterruptedException {
        return run < 0 ? 0 : Peer.seconds("read_h5ad.py", 1, path, what).orElse(Double.NaN);
    }

    private static void print(final String what, final long entries, final double[] ours, final double[] peers) {
        Arrays.sort(ours);
        Arrays.sort(peers);
        final double mine = ours[RUNS / 2];
        final double peer = peers[RUNS / 2];
        System.out.printf("%s: %.3f s (%.3f to %.3f), %.0f MB/s; peer %.3f s (%.3f to %.3f), %.0f MB/s; ratio %.2f%n",
            what, mine, ours[0], ours[RUNS - 1], rate(entries, mine), peer, peers[0], peers[RUNS - 1],
            rate(entries, peer), peer / mine);
    }

    private static double rate(final long entries, final double seconds) {
        return entries * BYTES_PER_ENTRY / seconds / 1e6;
    }

    private static long arrays(final Path path) throws IOException {
        final var values = new float[PIECE];
        final var indices = new int[PIECE];
        try (var file = Hdf5File.open(path)) {
            final var x = file.root().group("X").orElseThrow();
            final var data = x.dataset("data").orElseThrow();
            final long entries = data.shape()[0];
            final var numbers = data.open();
            final var columns = x.dataset("indices").orElseThrow().open();
            for (long first = 0; first < entries; first += PIECE) {
                final int count = (int)Math.min(PIECE, entries - first);
                numbers.floats(first, count, values, 0);
                columns.ints(first, count, indices, 0);
            }
            return entries;
        }
    }

    private static long rows(final Path path) throws IOException {
        long entries = 0;
        try (var file = H5adFile.open(path);
                var cursor = file.read(Selection.x(), Progress.NONE).data().x().orElseThrow().open()) {
            for (var block = cursor.next(ROWS); block != null; block = cursor.next(ROWS)) {
                entries += block.nnz();
                cursor.recycle(block);
            }
        }
        return entries;
    }
}
