package org.scelmo.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;

import org.scelmo.core.Progress;
import org.scelmo.core.io.store.StorePart;
import org.scelmo.core.io.store.StoreWriter;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.Pca;

/** 50 principal components of sparse cells of twelve types, beside scipy's arpack on the same matrix. */
public final class PcaBenchmark {

    private static final int CELLS = 20_000;
    private static final int GENES = 2_000;
    private static final int TYPES = 12;
    private static final int COMPONENTS = 50;

    private PcaBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var x = RowBlocks.of(cells(new Random(1)));
        final var folder = Files.createTempDirectory("pca");
        try {
            StoreWriter.matrix(folder.resolve("x"), StorePart.X, x, Progress.NONE);
            System.out.printf("%,d cells x %,d genes, %,d entries, %d components%n", CELLS, GENES, x.nnz(), COMPONENTS);
            final double one = Timing.median(3, () -> Pca.of(x, COMPONENTS, 0, 1, Progress.NONE));
            final double two = Timing.median(3, () -> Pca.of(x, COMPONENTS, 0, 2, Progress.NONE));
            System.out.printf("  one thread %.2f s%n  two threads  %.2f s, %.2f times as fast%n", one, two, one / two);
            Peer.seconds("sparse_pca.py", 1, folder.resolve("x"), GENES, COMPONENTS).ifPresent(
                s -> System.out.printf("  scipy arpack, one thread %.2f s, %.2f times ours%n", s, s / one));
        } finally {
            delete(folder);
        }
    }

    /** Each type has genes of its own that are expressed more often and more strongly. */
    private static CsrMatrix cells(final Random random) {
        final var rows = new float[CELLS][GENES];
        for (int i = 0; i < CELLS; i++) {
            final double depth = Math.exp(0.3 * random.nextGaussian());
            for (int j = 0; j < GENES; j++) {
                final double rate = depth * (j % TYPES == i % TYPES ? 0.4 : 0.08);
                rows[i][j] = random.nextDouble() < rate ? (float)Math.log1p(1 + 4 * random.nextDouble()) : 0;
            }
        }
        return CsrMatrix.fromDense(rows);
    }

    private static void delete(final Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
