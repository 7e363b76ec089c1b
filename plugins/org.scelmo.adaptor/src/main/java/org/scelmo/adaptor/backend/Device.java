package org.scelmo.adaptor.backend;

/**
 * A graphics card as its driver names it.
 *
 * @param name such as "NVIDIA H200"
 * @param major compute capability, before the point
 * @param minor compute capability, after the point
 */
public record Device(String name, int major, int minor) {

    /** @return such as "9.0" */
    public String capability() {
        return major + "." + minor;
    }
}
