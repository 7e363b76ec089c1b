package org.scelmo.adaptor.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.scelmo.adaptor.backend.BackendChoice;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.backend.Nd4jRuntime;
import org.scelmo.adaptor.loss.ContrastiveLoss;
import org.scelmo.adaptor.loss.CrossEntropy;
import org.scelmo.adaptor.loss.SupConLoss;
import org.scelmo.adaptor.loss.TripletLoss;
import org.scelmo.adaptor.network.AdaptorNetwork;
import org.scelmo.adaptor.network.GeneTower;
import org.scelmo.adaptor.network.LayerSizes;
import org.scelmo.adaptor.network.Objective;
import org.scelmo.adaptor.network.Weights;
import org.scelmo.adaptor.parallel.Team;
import org.scelmo.core.Progress;

/**
 * Trains an adaptor as scELMo does. The same data, parameters and seed give the same weights.
 *
 * @param parameters how
 * @param limits of the native code
 */
public record AdaptorTrainer(TrainingParameters parameters, ComputeLimits limits) {

    /**
     * @param data cells with labels and genes with vectors
     * @param listener told after each epoch
     * @param progress told about batches and epochs, asked for cancellation before each batch
     * @return the weights, gene factors of all genes and how they were found
     * @throws TrainingException if nothing can be learned from the data, or training diverges before any weights are kept
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X or a vector holds NaN or an infinity
     * @throws org.scelmo.adaptor.backend.BackendException if ND4J does not run here
     * @throws org.scelmo.adaptor.backend.OffHeapMemoryException if it may not take the memory it needs
     * @throws IOException never by itself; what a source of data throws comes through
     */
    public TrainingResult train(final TrainingData data, final TrainingListener listener, final Progress progress)
        throws IOException {
        final var labelled = LabelledCells.of(data);
        final var split = labelled.split(parameters);
        final var vectors = ControlVectors.of(data.vectors(), parameters, progress.part(0, 0.02));
        final int dimensions = dimensions(vectors);
        final var genes = GeneSpace.of(data.cells(), vectors, dimensions);
        final var train = Part.of(data, labelled, genes, split.train());
        final var validation = Part.of(data, labelled, genes, split.test());
        final var sizes = new LayerSizes(dimensions, parameters.hidden(), parameters.output(), labelled.classes().size());
        final TrainingRun run;
        final StopReason stop;
        try (var network = new AdaptorNetwork(genes.vectors(), sizes, objective(labelled), limits,
                progress::checkCanceled)) {
            final var evaluation = new Evaluation(network, train, validation, labelled.classes(), limits.threads());
            run = new TrainingRun(parameters, network, train, evaluation, Weights.random(sizes, parameters.seed()));
            stop = run.train(listener, progress.part(0.02, 0.98));
        }
        final var backend = Nd4jRuntime.backend(limits.backend());
        return new TrainingResult(run.kept(), factors(vectors, run.kept(), progress), labelled.classes(), run.curve(),
            run.keptEpoch(), stop, split.train().length, split.test().length,
            backend.deviceName(), warnings(labelled, backend, run, stop));
    }

    private static int dimensions(final float[][] vectors) {
        for (final var vector : vectors) {
            if (vector != null) {
                return vector.length;
            }
        }
        throw new IllegalStateException("Vectors are checked before.");
    }

    private Objective objective(final LabelledCells labelled) {
        final int classes = labelled.classes().size();
        final var crossEntropy = parameters.weighting() == ClassWeighting.BALANCED
            ? CrossEntropy.balanced(labelled.labels(), classes) : CrossEntropy.unweighted(classes);
        final ContrastiveLoss contrastive = parameters.contrast() == Contrast.TRIPLET
            ? new TripletLoss(parameters.margin()) : new SupConLoss(parameters.temperature());
        return new Objective(crossEntropy, contrastive, parameters.lambda());
    }

    private List<String> warnings(final LabelledCells labelled, final BackendChoice backend, final TrainingRun run,
        final StopReason stop) {
        final var warnings = new ArrayList<>(labelled.warnings());
        backend.warning().ifPresent(warnings::add);
        if (stop == StopReason.DIVERGED) {
            warnings.add("Training diverged in epoch %d with a learning rate of %s; the weights of epoch %d were kept."
                .formatted(run.curve().size() + 1, parameters.rate(), run.keptEpoch()));
        } else if (stop == StopReason.STOPPED) {
            warnings.add("Training was stopped after epoch %d of %d; the weights of epoch %d were kept."
                .formatted(run.curve().size(), parameters.epochs(), run.keptEpoch()));
        }
        return warnings;
    }

    /** Of all genes: those that no training cell expresses as well, since other cells may. */
    private float[][] factors(final float[][] vectors, final Weights weights, final Progress progress) {
        final var inputs = new ArrayList<float[]>();
        inputs.add(new float[weights.sizes().input()]); // once for all genes without a vector
        for (final var vector : vectors) {
            if (vector != null) {
                inputs.add(vector);
            }
        }
        try (var team = new Team(limits.threads(), progress::checkCanceled);
                var tower = new GeneTower(inputs.toArray(float[][]::new), weights.sizes(), limits, team)) {
            final var computed = tower.forward(weights);
            final var factors = new float[vectors.length][];
            int n = 1;
            for (int j = 0; j < factors.length; j++) {
                factors[j] = computed[vectors[j] == null ? 0 : n++];
            }
            return factors;
        }
    }
}
