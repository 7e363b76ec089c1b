package org.scelmo.embedded.runner.registry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * The bundle that contributes something, as its {@code META-INF/MANIFEST.MF} tells.
 *
 * @param name the readable name
 * @param symbolicName the symbolic name without directives
 * @param vendor the vendor
 * @param version the version
 */
public record BundleInfo(String name, String symbolicName, String vendor, String version) {

    /** For nodes that stand in for KNIME's own and are not in any bundle. */
    public static final BundleInfo EMBEDDED =
        new BundleInfo("KNIME Base Nodes", "org.knime.base", "embedded stand-in", "0.0.0");

    /** @param pluginXml the place of a bundle's plugin.xml; the manifest lies beside it */
    static BundleInfo besides(final URL pluginXml) throws IOException {
        final var spec = pluginXml.toString();
        final var root = spec.substring(0, spec.length() - "plugin.xml".length());
        final var manifest = URI.create(root + "META-INF/MANIFEST.MF");
        try (var in = open(manifest.toURL())) {
            final var headers = in == null ? new Attributes() : new Manifest(in).getMainAttributes();
            final var symbolicName = header(headers, "Bundle-SymbolicName", "unknown");
            return new BundleInfo(header(headers, "Bundle-Name", symbolicName), symbolicName,
                header(headers, "Bundle-Vendor", ""), header(headers, "Bundle-Version", "0.0.0"));
        }
    }

    private static InputStream open(final URL manifest) throws IOException {
        final var connection = manifest.openConnection();
        connection.setUseCaches(false);
        try {
            return connection.getInputStream();
        } catch (final FileNotFoundException e) {
            return null; // an unpacked class folder of a build has no manifest
        }
    }

    private static String header(final Attributes headers, final String name, final String fallback) {
        final var value = headers.getValue(name);
        return value == null ? fallback : value.split(";", 2)[0].trim();
    }
}
