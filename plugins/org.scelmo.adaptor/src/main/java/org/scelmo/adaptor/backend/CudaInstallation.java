package org.scelmo.adaptor.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;

/** ND4J's part for CUDA, which the optional feature adds to this bundle. */
final class CudaInstallation {

    private static final String MARK = "org/nd4j/linalg/jcublas/JCublasBackend.class";

    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private CudaInstallation() {
    }

    /** @return the driver to ask for its cards; empty if the feature is not installed: then no driver is looked for */
    static Optional<DeviceList> cards(final ClassLoader loader) {
        return loader.getResource(MARK) == null ? Optional.empty() : Optional.of(NvidiaDriver.ofThisSystem());
    }

    /** @return a view of the loader in which ND4J finds its part for the processor only; it would prefer the card */
    static ClassLoader hiddenFrom(final ClassLoader loader) {
        return new ClassLoader(loader) {
            @Override
            public Enumeration<URL> getResources(final String name) throws IOException {
                final var all = super.getResources(name);
                return name.equals(SERVICE)
                    ? Collections.enumeration(Collections.list(all).stream().filter(CudaInstallation::isCpu).toList())
                    : all;
            }
        };
    }

    private static boolean isCpu(final URL service) {
        try (var stream = service.openStream()) {
            return !new String(stream.readAllBytes(), StandardCharsets.UTF_8).contains("JCublasBackend");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
