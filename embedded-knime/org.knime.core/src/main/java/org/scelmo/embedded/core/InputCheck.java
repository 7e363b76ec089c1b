package org.scelmo.embedded.core;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Checks what a node gets against its ports. */
final class InputCheck {

    private InputCheck() {
    }

    static void checkCount(final PortType[] ports, final int count) {
        if (count != ports.length) {
            throw new IllegalArgumentException(
                "The node has " + ports.length + " input ports, " + count + " inputs were given.");
        }
    }

    static void checkSpecs(final PortType[] ports, final PortObjectSpec[] specs) throws InvalidSettingsException {
        for (var i = 0; i < specs.length; i++) {
            if (specs[i] != null && !ports[i].acceptsPortObjectSpec(specs[i])) {
                throw new InvalidSettingsException("Incompatible port spec" + (specs.length > 1 ? " at port " + i : "")
                    + ", expected: " + ports[i].getPortObjectSpecClass().getSimpleName() + ", actual: "
                    + specs[i].getClass().getSimpleName());
            }
        }
    }
}
