package org.scelmo.adaptor.train;

import java.util.List;

import org.scelmo.adaptor.network.Weights;

/**
 * What training found.
 *
 * @param weights those that were kept
 * @param factors gene factors by these weights, one row per gene of the data; genes without a vector have the same ones
 * @param classes names, in the order of the classifier
 * @param curve one entry per epoch
 * @param keptEpoch epoch of the weights, counted from 1
 * @param stop why it ended
 * @param trainingCells number of cells learned from
 * @param validationCells number of cells kept for validation
 * @param device what computed: "CPU", or the graphics card and its compute capability
 * @param warnings what the user should know
 */
public record TrainingResult(Weights weights, float[][] factors, List<String> classes, List<EpochRecord> curve,
    int keptEpoch, StopReason stop, int trainingCells, int validationCells, String device, List<String> warnings) {

    public TrainingResult {
        classes = List.copyOf(classes);
        curve = List.copyOf(curve);
        warnings = List.copyOf(warnings);
    }
}
