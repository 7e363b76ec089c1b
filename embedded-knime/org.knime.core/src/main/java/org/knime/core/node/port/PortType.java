package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.scelmo.embedded.core.access.PortTypeDeclaration;

/** What a port takes or gives. */
public final class PortType {

    public static final int DEFAULT_COLOR = 0xFF9B9B9B;

    private static final String CFG_OBJECT_CLASS = "object_class";

    private static final String CFG_OPTIONAL = "is_optional";

    private final PortTypeDeclaration m_declaration;

    private final boolean m_optional;

    PortType(final PortTypeDeclaration declaration, final boolean optional) {
        m_declaration = declaration;
        m_optional = optional;
    }

    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
        final Class<? extends PortObject> objectClass) {
        return PortTypeRegistry.getInstance().getPortType(objectClass).getPortObjectSpecClass();
    }

    public String getName() {
        return m_declaration.name();
    }

    public int getColor() {
        return m_declaration.color();
    }

    public boolean isHidden() {
        return m_declaration.hidden();
    }

    public boolean isOptional() {
        return m_optional;
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return m_declaration.objectClass();
    }

    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_declaration.specClass();
    }

    public boolean acceptsPortObject(final PortObject obj) {
        return getPortObjectClass().isInstance(obj);
    }

    public boolean acceptsPortObjectClass(final Class<? extends PortObject> objectClass) {
        return getPortObjectClass().isAssignableFrom(objectClass);
    }

    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return getPortObjectSpecClass().isInstance(spec);
    }

    /**
     * Whether objects of the other type can go where this type is expected.
     *
     * @param subType the other type
     * @return true if its objects and specs are kinds of this type's
     */
    public boolean isSuperTypeOf(final PortType subType) {
        return getPortObjectClass().isAssignableFrom(subType.getPortObjectClass())
            && getPortObjectSpecClass().isAssignableFrom(subType.getPortObjectSpecClass());
    }

    public void save(final NodeSettingsWO settings) {
        save((ConfigWO)settings);
    }

    public void save(final ConfigWO settings) {
        settings.addString(CFG_OBJECT_CLASS, getPortObjectClass().getName());
        if (m_optional) {
            settings.addBoolean(CFG_OPTIONAL, true);
        }
    }

    public static PortType load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return load((ConfigRO)settings);
    }

    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        final var name = settings.getString(CFG_OBJECT_CLASS);
        final var registry = PortTypeRegistry.getInstance();
        final var objectClass = registry.getObjectClass(name)
            .orElseThrow(() -> new InvalidSettingsException("There is no port type of class \"" + name + "\"."));
        return registry.getPortType(objectClass, settings.getBoolean(CFG_OPTIONAL, false));
    }

    PortTypeDeclaration declaration() {
        return m_declaration;
    }

    @Override
    public String toString() {
        return getName() + (m_optional ? " (optional)" : "");
    }

    @Override
    public int hashCode() {
        return getPortObjectClass().hashCode() ^ Boolean.hashCode(m_optional);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof PortType other && getPortObjectClass() == other.getPortObjectClass()
            && m_optional == other.m_optional;
    }
}
