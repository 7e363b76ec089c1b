package org.scelmo.adaptor.train;

/** Watches a training and may end it early. */
public interface TrainingListener {

    /** Watches nothing. */
    TrainingListener NONE = entry -> { };

    /** @param entry of the epoch that has just ended */
    void epoch(EpochRecord entry);

    /** @return whether to stop after this epoch with what is kept by then */
    default boolean isStopWanted() {
        return false;
    }
}
