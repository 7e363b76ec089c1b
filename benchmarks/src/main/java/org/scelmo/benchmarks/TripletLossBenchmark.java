package org.scelmo.benchmarks;

import java.util.Random;

import org.scelmo.adaptor.loss.TripletLoss;
import org.scelmo.adaptor.parallel.Team;

/** Triplet loss and gradient of one batch, beside PyTorch with every triplet listed. */
public final class TripletLossBenchmark {

    private static final int DIMENSIONS = 32;
    private static final int CLASSES = 10;
    private static final int RUNS = 31;

    private TripletLossBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        for (final int cells : new int[]{256, 512, 2048}) {
            run(cells);
        }
    }

    private static void run(final int cells) throws Exception {
        final var random = new Random(1);
        final var embeddings = new double[cells][DIMENSIONS];
        final var labels = new int[cells];
        for (int i = 0; i < cells; i++) {
            labels[i] = random.nextInt(CLASSES);
            for (int k = 0; k < DIMENSIONS; k++) {
                embeddings[i][k] = random.nextGaussian();
            }
        }
        final var loss = new TripletLoss();
        final var gradient = new double[cells][DIMENSIONS];
        for (final int threads : new int[]{1, 2}) {
            try (var team = new Team(threads, () -> { })) {
                for (int i = 0; i < 50; i++) {
                    loss.evaluate(embeddings, labels, 1, gradient, team);
                }
                final double ours = Timing.median(RUNS, () -> loss.evaluate(embeddings, labels, 1, gradient, team));
                System.out.printf("%d cells, %d classes, %d thread(s), float64: %.2f ms%n", cells, CLASSES, threads,
                    1000 * ours);
                if (cells <= 512) { // eight times the cells would be sixty times the triplets: 30 GB
                    Peer.seconds("triplet_loss.py", threads, cells, DIMENSIONS, CLASSES, 5).ifPresent(s -> System.out
                        .printf("  PyTorch, float32: %.0f ms, %.0f times as long%n", 1000 * s, s / ours));
                }
            }
        }
    }
}
