package org.scelmo.embedded.runner.registry;

import java.io.IOException;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.scelmo.embedded.core.access.PortAccess;
import org.scelmo.embedded.core.access.PortTypeDeclaration;

/** Registers the port types that plugin.xml files contribute. */
final class PortTypes {

    private static final String POINT = "org.knime.core.PortType";

    private PortTypes() {
    }

    static void register(final PluginXml plugin) throws IOException {
        for (var type : plugin.to(POINT, "portType")) {
            final var loader = plugin.loader();
            final var bundle = plugin.bundle();
            final var specSerializer = type.attribute("specSerializer");
            PortAccess.INSTANCE.register(new PortTypeDeclaration(type.attribute("name"),
                Instances.load(loader, type.attribute("objectClass"), bundle).asSubclass(PortObject.class),
                Instances.create(PortObject.PortObjectSerializer.class, loader, type.attribute("objectSerializer"),
                    bundle),
                Instances.load(loader, type.attribute("specClass"), bundle).asSubclass(PortObjectSpec.class),
                specSerializer == null ? null
                    : Instances.create(PortObjectSpec.PortObjectSpecSerializer.class, loader, specSerializer, bundle),
                color(type.attribute("color")), type.flag("hidden")));
        }
    }

    private static int color(final String text) throws IOException {
        try {
            return text == null ? 0x808080 : Integer.decode(text) & 0xFFFFFF;
        } catch (final NumberFormatException e) {
            throw new IOException("A port type has the color \"%s\"; write it like #1f77b4".formatted(text), e);
        }
    }
}
