package org.scelmo.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;

import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.loss.CrossEntropy;
import org.scelmo.adaptor.loss.TripletLoss;
import org.scelmo.adaptor.network.AdaptorNetwork;
import org.scelmo.adaptor.network.LayerSizes;
import org.scelmo.adaptor.network.Objective;
import org.scelmo.adaptor.network.Weights;
import org.scelmo.adaptor.train.AdaptorTrainer;
import org.scelmo.adaptor.train.Selection;
import org.scelmo.adaptor.train.TrainingData;
import org.scelmo.adaptor.train.TrainingListener;
import org.scelmo.adaptor.train.TrainingParameters;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;

/**
 * Numbers of an adaptor that should be the same whatever computes: gene factors and gradient of untrained weights, and
 * gene factors after training.
 *
 * @param device what computed
 * @param untrained gene factors by the initial weights
 * @param gradient of one batch by the initial weights
 * @param trained gene factors after training
 */
record AdaptorNumbers(String device, float[] untrained, float[] gradient, float[] trained) {

    static final int EPOCHS = 5;

    private static final int CELLS = 2_000;
    private static final int GENES = 2_000;
    private static final int DIMENSIONS = 1_536;
    private static final int CLASSES = 8;
    private static final int EXPRESSED = 100;
    private static final int BATCH = 512;

    /** @param reversed whether the genes come in reverse order, which changes the order of sums and nothing else */
    static AdaptorNumbers compute(final ComputeLimits limits, final boolean reversed) throws IOException {
        final var classes = IntStream.range(0, CELLS).map(i -> i % CLASSES).toArray();
        final var data = data(classes, reversed);
        final var sizes = new LayerSizes(DIMENSIONS, LayerSizes.DEFAULT_HIDDEN, LayerSizes.DEFAULT_OUTPUT, CLASSES);
        final var weights = Weights.random(sizes, 0);
        final var gradient = Weights.zeros(sizes);
        final float[] untrained;
        try (var network = new AdaptorNetwork(data.vectors(), sizes,
            new Objective(CrossEntropy.unweighted(CLASSES), new TripletLoss(), Objective.DEFAULT_LAMBDA), limits,
            () -> { })) {
            untrained = flat(network.factors(weights), reversed);
            final var cells = data.cells();
            final var batch =
                CsrMatrix.wrap(BATCH, GENES, cells.offsets(), cells.indices(), cells.values());
            network.gradient(weights, batch, Arrays.copyOf(classes, BATCH), gradient);
        }
        // the last weights: which epoch is best could hang on a rounding error
        final var parameters = TrainingParameters.published().withEpochs(EPOCHS).withValidation(1, 0, Selection.LAST);
        final var result = new AdaptorTrainer(parameters, limits).train(data, TrainingListener.NONE, Progress.NONE);
        result.warnings().forEach(warning -> System.out.println("  " + warning));
        return new AdaptorNumbers(result.device(), untrained, gradient.tower(), flat(result.factors(), reversed));
    }

    private static float[] flat(final float[][] rows, final boolean reversed) {
        final var flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[reversed ? rows.length - 1 - i : i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    /** Cells of each class express genes of their own stretch twice as often as others. */
    private static TrainingData data(final int[] classes, final boolean reversed) {
        final var random = new Random(1);
        final var cells = new float[CELLS][GENES];
        final var labels = new ArrayList<String>();
        for (int i = 0; i < CELLS; i++) {
            for (int e = 0; e < EXPRESSED; e++) {
                final int within = random.nextInt(GENES / CLASSES);
                final int stretch = random.nextInt(CLASSES) < 2 ? classes[i] : random.nextInt(CLASSES);
                final int gene = stretch * (GENES / CLASSES) + within;
                cells[i][reversed ? GENES - 1 - gene : gene] = 1 + random.nextFloat();
            }
            labels.add("class " + classes[i]);
        }
        final var vectors = SyntheticCells.vectors(GENES, DIMENSIONS, 2);
        final var names = new ArrayList<>(IntStream.range(0, GENES).mapToObj(j -> "g" + j).toList());
        if (reversed) {
            Collections.reverse(Arrays.asList(vectors));
        }
        return new TrainingData(CsrMatrix.fromDense(cells), labels, names, vectors);
    }

    /** @param folder receives one file of little-endian float32 for each kind of numbers, and the name of the device */
    void write(final Path folder) throws IOException {
        Files.writeString(folder.resolve("device"), device);
        write(folder.resolve("untrained"), untrained);
        write(folder.resolve("gradient"), gradient);
        write(folder.resolve("trained"), trained);
    }

    private static void write(final Path file, final float[] values) throws IOException {
        final var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    static AdaptorNumbers read(final Path folder) throws IOException {
        return new AdaptorNumbers(Files.readString(folder.resolve("device")), floats(folder.resolve("untrained")),
            floats(folder.resolve("gradient")), floats(folder.resolve("trained")));
    }

    private static float[] floats(final Path file) throws IOException {
        final var buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        final var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
