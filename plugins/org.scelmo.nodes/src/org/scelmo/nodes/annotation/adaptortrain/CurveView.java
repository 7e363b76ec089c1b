package org.scelmo.nodes.annotation.adaptortrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.knime.node.DefaultView.ViewInput;
import org.scelmo.adaptor.model.TrainingRecord;
import org.scelmo.adaptor.train.EpochRecord;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page shows.
 *
 * @param message shown instead; null if there is a training
 * @param epochs the curve
 * @param keptEpoch whose weights were kept
 * @param end why training ended, as a sentence
 * @param lambda weight of the contrastive loss
 * @param device what computed
 * @param trainingCells number of cells learned from
 * @param validationCells number of cells kept for validation
 * @param classes names
 */
record CurveView(String message, List<Epoch> epochs, int keptEpoch, String end, double lambda, String device,
    int trainingCells, int validationCells, List<String> classes) {

    /** One epoch; what was not evaluated is null. */
    record Epoch(int epoch, double loss, double crossEntropy, double contrastive, Double validationLoss,
        Double validationAccuracy) {

        static Epoch of(final EpochRecord entry) {
            return new Epoch(entry.epoch(), entry.total(), entry.crossEntropy(), entry.contrastive(),
                entry.evaluated() ? entry.validationLoss() : null,
                entry.evaluated() ? entry.validationAccuracy() : null);
        }
    }

    static CurveView of(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return new CurveView(ViewPage.EXECUTE_AGAIN, List.of(), 0, "", 0, "", 0, 0, List.of());
        }
        try {
            final var model = ((AdaptorPortObject)kept[0]).open();
            final var training = model.record();
            return new CurveView(null, training.curve().stream().map(Epoch::of).toList(), training.keptEpoch(),
                end(training), training.parameters().lambda(), training.device(), training.trainingCells(),
                training.validationCells(), model.classes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(final TrainingRecord training) {
        return switch (training.stop()) {
            case EPOCHS -> "All epochs are done.";
            case PATIENCE -> "Stopped because the validation got no better.";
            case DIVERGED -> "Stopped because training diverged; the weights kept from before stayed.";
            case STOPPED -> "Stopped early.";
        };
    }
}
