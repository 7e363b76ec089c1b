package org.scelmo.adaptor.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.scelmo.adaptor.network.Adam;
import org.scelmo.adaptor.network.AdaptorNetwork;
import org.scelmo.adaptor.network.Objective;
import org.scelmo.adaptor.network.Weights;
import org.scelmo.core.Progress;

/** The epochs of one training, with the weights kept so far. */
final class TrainingRun {

    /** A cross-entropy so many times that of the untrained network has left all bounds. */
    private static final double BOUND = 100;

    private final TrainingParameters m_parameters;
    private final AdaptorNetwork m_network;
    private final Part m_train;
    private final Evaluation m_evaluation;
    private final Weights m_weights;
    private final Weights m_gradient;
    private final Adam m_adam;
    private final Random m_random;
    private final List<EpochRecord> m_curve = new ArrayList<>();
    private double m_firstLoss = Double.NaN;
    private Weights m_kept;
    private Evaluation.Score m_bestScore;
    private int m_keptEpoch;
    private int m_worse;
    private String m_told;

    TrainingRun(final TrainingParameters parameters, final AdaptorNetwork network, final Part train,
        final Evaluation evaluation, final Weights initial) {
        m_parameters = parameters;
        m_network = network;
        m_train = train;
        m_evaluation = evaluation;
        m_weights = initial;
        m_gradient = Weights.zeros(initial.sizes());
        m_adam = new Adam(initial.sizes(), parameters.rate());
        m_random = new Random(parameters.seed());
        m_told = String.format(Locale.ROOT, "Learning from %,d cells", train.size());
    }

    StopReason train(final TrainingListener listener, final Progress progress) throws IOException {
        for (int epoch = 1; epoch <= m_parameters.epochs(); epoch++) {
            final var part = progress.part((epoch - 1.0) / m_parameters.epochs(), (double)epoch / m_parameters.epochs());
            final var mean = epoch(part);
            if (mean == null) {
                return diverged();
            }
            final boolean last = epoch == m_parameters.epochs();
            final boolean stopped = listener.isStopWanted();
            final var score = isDue(epoch) || isValidated() && stopped ? m_evaluation.score(m_weights, part) : null;
            final boolean kept = keep(score, epoch);
            final var entry = new EpochRecord(epoch, mean.crossEntropy(), mean.contrastive(), mean.total(),
                score == null ? Double.NaN : score.loss(), score == null ? Double.NaN : score.accuracy(), kept);
            m_curve.add(entry);
            listener.epoch(entry);
            m_told = EpochText.of(m_curve, m_parameters.epochs()); // stays until the next epoch is done
            progress.update((double)epoch / m_parameters.epochs(), () -> m_told);
            if (stopped) {
                return StopReason.STOPPED;
            }
            if (m_worse > m_parameters.patience() && !last) {
                return StopReason.PATIENCE;
            }
        }
        return StopReason.EPOCHS;
    }

    private boolean isValidated() {
        return m_parameters.selection().validates();
    }

    private boolean isDue(final int epoch) {
        return isValidated() && (epoch - 1) % m_parameters.every() == 0;
    }

    /** @return whether these weights are the ones to keep so far */
    private boolean keep(final Evaluation.Score score, final int epoch) {
        final boolean kept = !isValidated() || score != null && score.isBetterThan(m_bestScore, m_parameters.selection());
        if (kept) {
            m_kept = m_weights.copy();
            m_bestScore = score;
            m_keptEpoch = epoch;
            m_worse = 0;
        } else if (score != null) {
            m_worse++;
        }
        return kept;
    }

    /** @return means over the epoch, or null if it diverged */
    private Objective.Value epoch(final Progress progress) {
        final var order = shuffled(m_train.size());
        double crossEntropy = 0;
        double contrastive = 0;
        double total = 0;
        for (int from = 0; from < order.length; from += m_parameters.batch()) {
            progress.checkCanceled();
            final int to = Math.min(from + m_parameters.batch(), order.length);
            final var value = m_network.gradient(m_weights, m_train.cells(order, from, to),
                m_train.labels(order, from, to), m_gradient);
            m_firstLoss = Double.isNaN(m_firstLoss) ? Math.max(1, value.crossEntropy()) : m_firstLoss;
            m_adam.step(m_weights, m_gradient);
            if (!Double.isFinite(value.total()) || value.crossEntropy() > BOUND * m_firstLoss
                || !m_weights.isFinite()) {
                return null;
            }
            final double share = (to - from) / (double)order.length;
            crossEntropy += share * value.crossEntropy();
            contrastive += share * value.contrastive();
            total += share * value.total();
            progress.update((double)to / order.length, () -> m_told);
        }
        return new Objective.Value(crossEntropy, contrastive, total);
    }

    private int[] shuffled(final int n) {
        final var order = new int[n];
        for (int i = 0; i < n; i++) {
            final int j = m_random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private StopReason diverged() {
        if (m_kept == null) {
            throw new TrainingException(
                "Training diverged in its first epochs with a learning rate of %s: the loss left all bounds."
                    .formatted(m_parameters.rate()),
                "Use a lower learning rate, for example 0.001.", "Check that X is log-normalised.");
        }
        return StopReason.DIVERGED;
    }

    Weights kept() {
        return m_kept;
    }

    int keptEpoch() {
        return m_keptEpoch;
    }

    List<EpochRecord> curve() {
        return m_curve;
    }
}
