package org.scelmo.embedded.core.access;

import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Access to port types. */
public interface PortAccess {

    /** The access. */
    PortAccess INSTANCE = Accessors.get(PortAccess.class, PortTypeRegistry.class);

    /**
     * Adds a port type, as the extension point org.knime.core.PortType does.
     *
     * @param declaration the type
     * @return the port type
     */
    PortType register(PortTypeDeclaration declaration);
}
