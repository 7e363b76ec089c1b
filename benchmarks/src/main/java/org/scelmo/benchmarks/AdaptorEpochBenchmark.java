package org.scelmo.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;

import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.train.AdaptorTrainer;
import org.scelmo.adaptor.train.Selection;
import org.scelmo.adaptor.train.TrainingData;
import org.scelmo.adaptor.train.TrainingParameters;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * Epochs with the full triplet loss, beside PyTorch with cross-entropy alone; of each the fastest, since native threads
 * suffer most from a busy machine. Arguments: threads, genes...
 */
public final class AdaptorEpochBenchmark {

    /** A tenth more than the peer has: it goes to validation. */
    private static final int CELLS = 11_112;
    private static final int PEER_CELLS = 10_000;
    private static final int DIMENSIONS = 1_536;
    private static final int CLASSES = 14;
    private static final int EPOCHS = 6;

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
        final var ends = new ArrayList<Long>();
        new AdaptorTrainer(parameters, new ComputeLimits(threads, 4L << 30)).train(data(genes, nonzero),
            entry -> ends.add(System.nanoTime()), Progress.NONE);
        final var seconds = new double[EPOCHS - 1];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (ends.get(i + 1) - ends.get(i)) / 1e9;
        }
        final double ours = Arrays.stream(seconds).min().orElseThrow();
        System.out.printf("Epoch of %,d cells × %,d genes (%d expressed), triplet loss, %d thread(s): %.2f s%n",
            PEER_CELLS, genes, nonzero, threads, ours);
        Peer.seconds("adaptor_epoch.py", threads, PEER_CELLS, genes, DIMENSIONS, CLASSES, nonzero, 3)
            .ifPresent(s -> System.out.printf(
                "  PyTorch, cross-entropy alone, %d thread(s): %.2f s; ours takes %.2f times as long%n", threads, s,
                ours / s));
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
