package org.scelmo.embedded.runner.registry;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;

/** Finds the plugin.xml files on the class path and in folders of bundles. */
public final class Plugins {

    private Plugins() {
    }

    /**
     * @param loader the class path to search
     * @param bundleFolders folders of built bundles, may be empty
     * @param scratch a temporary folder for libraries nested in bundles
     * @return the nodes they contribute
     * @throws IOException if a plugin.xml cannot be read or names a class that cannot be loaded
     */
    public static NodeCatalog find(final ClassLoader loader, final Iterable<Path> bundleFolders, final Path scratch)
        throws IOException {
        final var found = new LinkedHashMap<String, ClassLoader>();
        for (var place : Collections.list(loader.getResources("plugin.xml"))) {
            found.put(place.toString(), loader);
        }
        for (var folder : bundleFolders) {
            final var bundles = BundleFolder.open(folder, scratch, loader);
            for (var place : Collections.list(bundles.findResources("plugin.xml"))) {
                found.putIfAbsent(place.toString(), bundles);
            }
        }
        final var plugins = new ArrayList<PluginXml>();
        for (var place : found.entrySet()) {
            plugins.add(PluginXml.read(new URL(place.getKey()), place.getValue()));
        }
        return NodeCatalog.of(plugins);
    }
}
