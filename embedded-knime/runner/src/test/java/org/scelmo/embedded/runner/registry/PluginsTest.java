package org.scelmo.embedded.runner.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.embedded.runner.sample.CountNodeFactory;

/** Bundles as jars with libraries inside, as an update site has them. */
class PluginsTest {

    private static final String FACTORY = CountNodeFactory.class.getName();

    @TempDir
    Path m_temp;

    @Test
    void factoryInALibraryInsideABundleIsFound() throws Exception {
        bundle("<node factory-class='%s' category-path='/x' deprecated='true'/>".formatted(FACTORY), true);
        final var node = catalog().find(FACTORY).orElseThrow();
        assertEquals(new BundleInfo("Test nodes", "org.example.nodes", "Example", "1.2.3"), node.bundle());
        assertTrue(node.deprecated());
        assertEquals("Count", node.createFactory().getNodeName());
    }

    @Test
    void classThatIsNotThereIsNamedWithItsBundle() throws Exception {
        bundle("<node factory-class='org.example.Nothing' category-path='/x'/>", false);
        final var node = catalog().find("org.example.Nothing").orElseThrow();
        final var failure = assertThrows(IOException.class, node::createFactory);
        assertTrue(failure.getMessage().contains("org.example.Nothing"), failure.getMessage());
        assertTrue(failure.getMessage().contains("org.example.nodes"), failure.getMessage());
    }

    @Test
    void externalEntitiesAreNotRead() throws Exception {
        final var secret = Files.writeString(m_temp.resolve("secret.txt"), "hidden");
        Files.createDirectories(m_temp.resolve("bundles/org.example/META-INF"));
        Files.writeString(m_temp.resolve("bundles/org.example/META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n");
        Files.writeString(m_temp.resolve("bundles/org.example/plugin.xml"), """
            <!DOCTYPE plugin [<!ENTITY secret SYSTEM "%s">]>
            <plugin><extension point="org.knime.workbench.repository.nodes">
            <node factory-class="a" category-path="/x">&secret;</node></extension></plugin>
            """.formatted(secret.toUri()));
        final var plugin = PluginXml.read(m_temp.resolve("bundles/org.example/plugin.xml").toUri().toURL(),
            PluginsTest.class.getClassLoader());
        assertEquals("", plugin.contributions().get(0).element().getTextContent());
    }

    private NodeCatalog catalog() throws IOException {
        // the parent sees the API but not the classes of the tests
        return Plugins.find(new ApiOnly(), List.of(m_temp.resolve("bundles")), m_temp);
    }

    private void bundle(final String node, final boolean withLibrary) throws IOException {
        final var manifest = new Manifest();
        final var headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-Name", "Test nodes");
        headers.putValue("Bundle-SymbolicName", "org.example.nodes;singleton:=true");
        headers.putValue("Bundle-Vendor", "Example");
        headers.putValue("Bundle-Version", "1.2.3");
        headers.putValue("Bundle-ClassPath", ".,lib/library.jar");
        final var file = Files.createDirectories(m_temp.resolve("bundles")).resolve("org.example.nodes.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new JarEntry("plugin.xml"));
            jar.write("<plugin><extension point='org.knime.workbench.repository.nodes'>%s</extension></plugin>"
                .formatted(node).getBytes(StandardCharsets.UTF_8));
            if (withLibrary) {
                jar.putNextEntry(new JarEntry("lib/library.jar"));
                jar.write(library());
            }
        }
    }

    private static byte[] library() throws IOException {
        final var bytes = new ByteArrayOutputStream();
        final var name = FACTORY.replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(bytes);
            InputStream in = PluginsTest.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            in.transferTo(jar);
        }
        return bytes.toByteArray();
    }

    private static final class ApiOnly extends ClassLoader {

        ApiOnly() {
            super(null);
        }

        @Override
        protected Class<?> findClass(final String name) throws ClassNotFoundException {
            if (name.startsWith("org.scelmo.embedded.runner.sample.")) {
                throw new ClassNotFoundException(name);
            }
            return PluginsTest.class.getClassLoader().loadClass(name);
        }
    }
}
