package org.scelmo.adaptor.backend;

import java.util.List;

/** Asks the driver for its cards, without loading ND4J. */
@FunctionalInterface
public interface DeviceList {

    /**
     * @return the cards, in the driver's order; empty if there is none
     * @throws Exception if the driver cannot be asked
     */
    List<Device> devices() throws Exception; // NOSONAR whatever a driver's binding throws leads to the CPU

    /** @throws BackendException if a library is missing that ND4J needs to use a card */
    default void checkLibraries() {
        // a list of cards alone needs none
    }
}
