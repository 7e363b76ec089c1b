package org.knime.core.node.port;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.embedded.core.access.Accessors;
import org.scelmo.embedded.core.access.PortAccess;
import org.scelmo.embedded.core.access.PortTypeDeclaration;

/** The port types there are: those of KNIME itself and those that plugins declare. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    static {
        Accessors.register(PortAccess.class, INSTANCE::register);
    }

    private final Map<Class<? extends PortObject>, PortTypeDeclaration> m_types = new LinkedHashMap<>();

    private PortTypeRegistry() {
        BuiltInPortTypes.all().forEach(this::register);
    }

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    private synchronized PortType register(final PortTypeDeclaration declaration) {
        m_types.put(declaration.objectClass(), declaration);
        return new PortType(declaration, false);
    }

    public synchronized Collection<PortType> availablePortTypes() {
        return m_types.values().stream().map(d -> new PortType(d, false)).toList();
    }

    public synchronized PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /**
     * The port type of a class; one that nobody declared gets the name of the class.
     *
     * @param portClass the class of its objects
     * @param isOptional whether the port may stay open
     * @return the type
     */
    public synchronized PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        final var declared = m_types.get(portClass);
        return new PortType(declared != null ? declared : new PortTypeDeclaration(portClass.getSimpleName(), portClass,
            null, PortObjectSpec.class, null, PortType.DEFAULT_COLOR, true), isOptional);
    }

    private synchronized List<PortTypeDeclaration> declarations() {
        return List.copyOf(m_types.values());
    }

    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        return declarations().stream().<Class<? extends PortObject>> map(PortTypeDeclaration::objectClass)
            .filter(c -> c.getName().equals(className)).findFirst();
    }

    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        return declarations().stream().<Class<? extends PortObjectSpec>> map(PortTypeDeclaration::specClass)
            .filter(c -> c.getName().equals(className)).findFirst();
    }

    @SuppressWarnings("unchecked") // a serializer is declared with the class it is made for
    public Optional<PortObject.PortObjectSerializer<PortObject>>
        getObjectSerializer(final Class<? extends PortObject> objectClass) {
        return declarations().stream().filter(d -> d.objectClass() == objectClass && d.objectSerializer() != null)
            .map(d -> (PortObject.PortObjectSerializer<PortObject>)d.objectSerializer()).findFirst();
    }

    @SuppressWarnings("unchecked") // a serializer is declared with the class it is made for
    public Optional<PortObjectSpec.PortObjectSpecSerializer<PortObjectSpec>>
        getSpecSerializer(final Class<? extends PortObjectSpec> specClass) {
        return declarations().stream().filter(d -> d.specClass() == specClass && d.specSerializer() != null)
            .map(d -> (PortObjectSpec.PortObjectSpecSerializer<PortObjectSpec>)d.specSerializer()).findFirst();
    }
}
