package org.scelmo.nodes.support.preferences;

/** What the adaptor computes on. */
public enum ComputeDevice {
    /** The graphics card if there is one that can, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** The graphics card; with a warning the processor, if it cannot. */
    CUDA
}
