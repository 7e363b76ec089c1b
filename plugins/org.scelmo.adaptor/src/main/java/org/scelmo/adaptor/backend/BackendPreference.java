package org.scelmo.adaptor.backend;

/** On what the user wants to compute. */
public enum BackendPreference {
    /** The graphics card if it can, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** The graphics card; with a warning the processor, if it cannot. */
    CUDA
}
