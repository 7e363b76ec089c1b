package org.scelmo.embedded.core.access;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * What a plugin.xml says about a port type.
 *
 * @param name its name
 * @param objectClass the class of its objects
 * @param objectSerializer a serializer of these
 * @param specClass the class of its specs
 * @param specSerializer a serializer of these
 * @param color its color, RGB
 * @param hidden whether it is left out of lists
 */
public record PortTypeDeclaration(String name, Class<? extends PortObject> objectClass,
    PortObject.PortObjectSerializer<?> objectSerializer, Class<? extends PortObjectSpec> specClass,
    PortObjectSpec.PortObjectSpecSerializer<?> specSerializer, int color, boolean hidden) {
}
