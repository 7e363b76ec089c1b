package org.scelmo.adaptor.model;

import java.util.List;

import org.scelmo.adaptor.train.EpochRecord;
import org.scelmo.adaptor.train.StopReason;
import org.scelmo.adaptor.train.TrainingParameters;

/**
 * How an adaptor was trained, kept in its file.
 *
 * @param label annotation of the cells that named their classes; null if that is not known
 * @param parameters settings
 * @param curve one entry per epoch
 * @param keptEpoch epoch of the weights, counted from 1
 * @param stop why training ended
 * @param trainingCells number of cells learned from
 * @param validationCells number of cells kept for validation
 * @param device what computed, such as "CPU"
 * @param warnings what the user was told
 */
public record TrainingRecord(String label, TrainingParameters parameters, List<EpochRecord> curve, int keptEpoch,
    StopReason stop, int trainingCells, int validationCells, String device, List<String> warnings) {

    public TrainingRecord {
        curve = List.copyOf(curve);
        warnings = List.copyOf(warnings);
    }
}
