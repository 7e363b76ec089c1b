package org.scelmo.benchmarks;

import java.util.OptionalDouble;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;

/** Cell embedding of a stream of synthetic cells, beside scipy's sparse product. */
public final class CellEmbedBenchmark {

    private static final int GENES = 20_000;
    private static final int DIMENSIONS = 1_536;
    private static final int RUNS = 5;

    private CellEmbedBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var vectors = SyntheticCells.vectors(GENES, DIMENSIONS, 1);
        kernel(vectors, 0.10);
        kernel(vectors, 0.05);
        whole(vectors);
    }

    private static void kernel(final float[][] vectors, final double density) throws Exception {
        final int cells = 4_096;
        final int peerCells = 400;
        final var x = new SyntheticCells(cells, GENES, density);
        final double one = Timing.median(RUNS, () -> embed(x, vectors, 1));
        final double two = Timing.median(RUNS, () -> embed(x, vectors, 2));
        final var peer = Peer.seconds("csr_product.py", 1, peerCells, GENES, density, DIMENSIONS, RUNS);
        System.out.printf("%.0f %% dense, %,d genes x %,d dimensions%n", 100 * density, GENES, DIMENSIONS);
        System.out.printf("  one thread    %5.1f GFLOP/s%n", gigaflops(cells, density) / one);
        System.out.printf("  two threads   %5.1f GFLOP/s, %.2f times one thread%n", gigaflops(cells, density) / two,
            one / two);
        peer.ifPresent(s -> System.out.printf("  scipy, one    %5.1f GFLOP/s; ours on one thread is %.1f times as fast%n",
            gigaflops(peerCells, density) / s, s / peerCells / (one / cells)));
    }

    /** The size named in the requirements: 50,000 cells. scipy gets a tenth of them, its time scaled. */
    private static void whole(final float[][] vectors) throws Exception {
        final int cells = 50_000;
        final int share = 10;
        final double density = 0.05;
        final var x = new SyntheticCells(cells, GENES, density);
        final double seconds = Timing.median(3, () -> embed(x, vectors, 2));
        final OptionalDouble peer = Peer.seconds("csr_product.py", 1, cells / share, GENES, density, DIMENSIONS, 1);
        System.out.printf("%,d cells x %,d genes x %.0f %%, wa, two threads: %.2f s%n", cells, GENES, 100 * density,
            seconds);
        peer.ifPresent(s -> System.out.printf("  scipy, one thread (a tenth, scaled): %.1f s, %.1f times as long%n",
            s * share, s * share / seconds));
    }

    private static double gigaflops(final long cells, final double density) {
        return 2e-9 * cells * GENES * density * DIMENSIONS;
    }

    private static Object embed(final SyntheticCells x, final float[][] vectors, final int threads) throws Exception {
        final var checksum = new float[1];
        new CellEmbedder(vectors, DIMENSIONS, Averaging.WEIGHTED, threads).embed(x,
            (rows, count) -> checksum[0] += rows[count - 1][DIMENSIONS - 1], Progress.NONE);
        return checksum;
    }
}
