package org.scelmo.adaptor.model;

import java.util.List;

import org.scelmo.adaptor.network.LayerSizes;

/** The readable part of an adaptor's file. */
record AdaptorHeader(LayerSizes sizes, List<String> classes, List<String> genes, String fingerprint,
    TrainingRecord record) {

    static AdaptorHeader of(final AdaptorModel model) {
        return new AdaptorHeader(model.weights().sizes(), model.classes(), model.genes(), model.fingerprint(),
            model.record());
    }
}
