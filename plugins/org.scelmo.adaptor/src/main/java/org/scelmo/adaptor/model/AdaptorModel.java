package org.scelmo.adaptor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

import org.scelmo.adaptor.network.Weights;
import org.scelmo.adaptor.train.TrainingData;
import org.scelmo.adaptor.train.TrainingParameters;
import org.scelmo.adaptor.train.TrainingResult;

/**
 * A trained adaptor. The arrays are shared, not copied.
 *
 * @param weights of all layers
 * @param classes names, in the order of the classifier
 * @param genes names without duplicates
 * @param factors one row per gene
 * @param fingerprint of the gene vectors it was trained with, see {@link Fingerprint}
 * @param record how it was trained
 */
public record AdaptorModel(Weights weights, List<String> classes, List<String> genes, float[][] factors,
    String fingerprint, TrainingRecord record) {

    public AdaptorModel {
        classes = List.copyOf(classes);
        genes = List.copyOf(genes);
        if (classes.size() != weights.sizes().classes() || genes.size() != factors.length
            || new HashSet<>(genes).size() != genes.size()) {
            throw new IllegalArgumentException(
                "%d classes for %d outputs, %d genes for %d rows of factors, or a gene twice.".formatted(classes.size(),
                    weights.sizes().classes(), genes.size(), factors.length));
        }
    }

    /**
     * @param label annotation of the cells that named their classes; null if that is not known
     * @return the result of a training, with its record; of a gene that is there twice, the first counts
     */
    public static AdaptorModel of(final TrainingData data, final String label, final TrainingParameters parameters,
        final TrainingResult result) {
        final var factors = new LinkedHashMap<String, float[]>();
        for (int j = 0; j < data.genes().size(); j++) {
            factors.putIfAbsent(data.genes().get(j), result.factors()[j]);
        }
        final var record = new TrainingRecord(label, parameters, result.curve(), result.keptEpoch(), result.stop(),
            result.trainingCells(), result.validationCells(), result.device(), result.warnings());
        return new AdaptorModel(result.weights(), result.classes(), new ArrayList<>(factors.keySet()),
            factors.values().toArray(float[][]::new), Fingerprint.of(data.genes(), data.vectors()), record);
    }
}
