package org.scelmo.adaptor.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaInstallationTest {

    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    @TempDir
    Path m_folder;

    private URL part(final String name, final String backend) throws IOException {
        final var service = m_folder.resolve(name).resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, "# a licence\n" + backend + "\n");
        return m_folder.resolve(name).toUri().toURL();
    }

    @Test
    void withoutTheFeatureNoDriverIsLookedFor() {
        assertEquals(Optional.empty(), CudaInstallation.cards(new ClassLoader(null) { }));
    }

    @Test
    void partForTheCardIsHiddenAndNothingElse() throws Exception {
        final var urls = new URL[]{part("gpu", "org.nd4j.linalg.jcublas.JCublasBackend"),
            part("cpu", "org.nd4j.linalg.cpu.nativecpu.CpuBackend")};
        Files.writeString(m_folder.resolve("gpu/other"), "");
        Files.createDirectories(m_folder.resolve("gpu/org/nd4j/linalg/jcublas"));
        Files.writeString(m_folder.resolve("gpu/org/nd4j/linalg/jcublas/JCublasBackend.class"), "");
        try (var loader = new URLClassLoader(urls, null)) {
            assertTrue(CudaInstallation.cards(loader).isPresent());
            final var hidden = CudaInstallation.hiddenFrom(loader);
            assertEquals(2, Collections.list(loader.getResources(SERVICE)).size());
            final var left = Collections.list(hidden.getResources(SERVICE));
            assertEquals(1, left.size());
            assertTrue(left.get(0).getPath().contains("/cpu/"), left.toString());
            assertEquals(1, Collections.list(hidden.getResources("other")).size());
        }
    }
}
