package org.scelmo.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

import org.scelmo.core.Progress;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;

/**
 * Streams X of a large .h5ad file, beside h5py reading the same arrays. Run with a small heap
 * ({@code JAVA_OPTS=-Xmx256m}); the file comes from {@code benchmarks/peers/make_h5ad.py}.
 */
public final class H5adReadBenchmark {

    private static final int RUNS = 3;
    private static final int BYTES_PER_ENTRY = Integer.BYTES + Float.BYTES;

    private H5adReadBenchmark() {
    }

    /** @param args the .h5ad file */
    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var path = Path.of(args[0]).toAbsolutePath();
        final long entries = stream(path);
        final double ours = Timing.median(RUNS, () -> stream(path));
        System.out.printf("%,d entries in %.2f s, %.0f MB/s%n", entries, ours, rate(entries, ours));
        Peer.seconds("read_h5ad.py", 1, path)
            .ifPresent(s -> System.out.printf("  h5py %.2f s, %.0f MB/s%n", s, rate(entries, s)));
    }

    private static double rate(final long entries, final double seconds) {
        return entries * BYTES_PER_ENTRY / seconds / 1e6;
    }

    private static long stream(final Path path) throws IOException {
        long entries = 0;
        try (var file = H5adFile.open(path);
                var cursor = file.read(Selection.x(), Progress.NONE).data().x().orElseThrow().open()) {
            for (var block = cursor.next(4096); block != null; block = cursor.next(4096)) {
                entries += block.nnz();
            }
        }
        return entries;
    }
}
