package org.scelmo.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.train.AdaptorTrainer;
import org.scelmo.adaptor.train.Selection;
import org.scelmo.adaptor.train.TrainingData;
import org.scelmo.adaptor.train.TrainingParameters;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * Epochs with the full triplet loss and of PyTorch with cross-entropy alone, in turn. Arguments: threads, genes...
 */
public final class AdaptorEpochBenchmark {

    /** A tenth more than the peer has: it goes to validation. */
    private static final int CELLS = 11_112;
    private static final int PEER_CELLS = 10_000;
    private static final int DIMENSIONS = 1_536;
    private static final int CLASSES = 14;
    private static final int EPOCHS = 15;
    private static final int WARM_UP = 5;

    private AdaptorEpochBenchmark() {
    }

    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
        for (final int genes : args.length > 1 ? Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray()
            : new int[]{3_000, 20_000}) {
            run(threads, genes);
        }
    }

    private static void run(final int threads, final int genes) throws Exception {
        final int nonzero = genes / 20;
        // one evaluation, in the first epoch, which is not timed
        final var parameters =
            TrainingParameters.published().withEpochs(EPOCHS).withValidation(EPOCHS, 0, Selection.LOSS);
        final var ours = new ArrayList<Double>();
        final var peers = new ArrayList<Double>();
        final var begin = new AtomicLong();
        try (var peer = new PeerInTurn("adaptor_epoch.py", threads, PEER_CELLS, genes, DIMENSIONS, CLASSES, nonzero)) {
            peer.next();
            new AdaptorTrainer(parameters, new ComputeLimits(threads, 4L << 30)).train(data(genes, nonzero), entry -> {
                final double seconds = (System.nanoTime() - begin.get()) / 1e9;
                if (entry.epoch() > WARM_UP) {
                    ours.add(seconds);
                    peer.next().ifPresent(peers::add);
                }
                begin.set(System.nanoTime());
            }, Progress.NONE);
        }
        System.out.printf("Epoch of %,d cells × %,d genes (%d expressed), triplet loss, %d thread(s): %s%n", PEER_CELLS,
            genes, nonzero, threads, text(ours));
        if (!peers.isEmpty()) {
            final var ratios = IntStream.range(0, peers.size()).mapToObj(i -> ours.get(i) / peers.get(i)).toList();
            System.out.printf("  PyTorch, cross-entropy alone, %d thread(s): %s; ours takes %.2f times as long%n", threads,
                text(peers), median(ratios));
        }
    }

    private static String text(final List<Double> seconds) {
        return "%.2f s (fastest %.2f s)".formatted(median(seconds), Collections.min(seconds));
    }

    private static double median(final List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static TrainingData data(final int genes, final int nonzero) {
        final var random = new Random(1);
        final var offsets = new long[CELLS + 1];
        final var indices = new int[CELLS * nonzero];
        final var values = new float[CELLS * nonzero];
        final var labels = new ArrayList<String>();
        for (int i = 0; i < CELLS; i++) {
            final int stretch = genes / nonzero;
            for (int e = 0; e < nonzero; e++) {
                indices[i * nonzero + e] = e * stretch + random.nextInt(stretch);
                values[i * nonzero + e] = 1 + random.nextFloat();
            }
            offsets[i + 1] = (i + 1L) * nonzero;
            labels.add("class " + random.nextInt(CLASSES));
        }
        final var vectors = SyntheticCells.vectors(genes, DIMENSIONS, 2);
        final var names = new ArrayList<String>();
        for (int j = 0; j < genes; j++) {
            names.add("g" + j);
        }
        return new TrainingData(CsrMatrix.wrap(CELLS, genes, offsets, indices, values), labels, names, vectors);
    }
}
