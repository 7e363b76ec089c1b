package org.scelmo.nodes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.scelmo.embedded.runner.registry.NodeCatalog;
import org.scelmo.embedded.runner.registry.Plugins;

/** The embedded KNIME with our nodes and port types installed, and where the tests find their files. */
public final class TestKnime {

    private static final NodeCatalog CATALOG = install();

    private TestKnime() {
    }

    private static NodeCatalog install() {
        try {
            return Plugins.find(TestKnime.class.getClassLoader(), List.of(), Path.of("target", "bundles"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the nodes that plugin.xml files contribute; port types are registered */
    public static NodeCatalog catalog() {
        return CATALOG;
    }

    /** @return the root of the repository */
    public static Path repository() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    /** @return the plugin with the nodes' sources */
    public static Path plugin() {
        return repository().resolve("plugins/org.scelmo.nodes");
    }

    /** @return a file of the example data */
    public static Path demo(final String name) {
        return repository().resolve("test-workflows/zero-shot-annotation/data").resolve(name);
    }
}
