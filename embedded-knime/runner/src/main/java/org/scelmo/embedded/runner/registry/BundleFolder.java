package org.scelmo.embedded.runner.registry;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A folder of built bundles, as a p2 repository's {@code plugins} folder or a build's output: makes one class loader
 * over the jars and the libraries nested in them ({@code Bundle-ClassPath}).
 */
final class BundleFolder {

    private BundleFolder() {
    }

    /**
     * @param folder a folder with bundle jars, also unpacked ones
     * @param scratch where nested libraries are unpacked to
     * @param parent the class loader that knows KNIME's API
     * @throws IOException if the folder or a jar cannot be read
     */
    static URLClassLoader open(final Path folder, final Path scratch, final ClassLoader parent) throws IOException {
        final var urls = new ArrayList<URL>();
        try (var entries = Files.list(folder)) {
            for (var entry : entries.sorted().toList()) {
                if (Files.isRegularFile(entry.resolve("META-INF/MANIFEST.MF"))) {
                    urls.add(entry.toUri().toURL());
                } else if (entry.getFileName().toString().endsWith(".jar")) {
                    urls.add(entry.toUri().toURL());
                    urls.addAll(unpackLibraries(entry, scratch));
                }
            }
        }
        return new URLClassLoader("bundles of " + folder.getFileName(), urls.toArray(URL[]::new), parent);
    }

    private static List<URL> unpackLibraries(final Path bundle, final Path scratch) throws IOException {
        final var urls = new ArrayList<URL>();
        try (var jar = new JarFile(bundle.toFile())) {
            final var manifest = jar.getManifest();
            final var classPath = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-ClassPath");
            if (classPath == null) {
                return urls;
            }
            for (var library : classPath.split(",")) {
                final var entry = jar.getJarEntry(library.trim());
                if (entry != null && !entry.isDirectory()) {
                    final var target = Files.createTempFile(scratch, "library-", ".jar");
                    try (var in = jar.getInputStream(entry); var out = Files.newOutputStream(target)) {
                        in.transferTo(out);
                    }
                    urls.add(toUrl(target));
                }
            }
        }
        return urls;
    }

    private static URL toUrl(final Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
