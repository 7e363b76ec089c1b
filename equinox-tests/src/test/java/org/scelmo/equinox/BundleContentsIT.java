package org.scelmo.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the bundles of the update site hold beside code. */
class BundleContentsIT {

    static Stream<Path> bundles() throws IOException {
        return UpdateSite.bundles().stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void librariesOfOthersAreNamedWithTheirLicences(final Path bundle) throws IOException {
        try (var jar = new ZipFile(bundle.toFile())) {
            final var libraries = names(jar).stream().filter(n -> n.matches("lib/.*\\.jar")).toList();
            if (!libraries.isEmpty()) {
                assertNotNull(jar.getEntry("META-INF/LICENSE"));
                assertTrue(text(jar, "META-INF/NOTICE").contains("OpenBLAS"));
                final var named = text(jar, "META-INF/THIRD-PARTY.txt").lines().filter(l -> l.startsWith("     (")).toList();
                assertEquals(libraries.size(), named.size(), named + " for " + libraries);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noDoubleOfKnimeIsInside(final Path bundle) throws IOException {
        try (var jar = new ZipFile(bundle.toFile())) {
            assertEquals(List.of(), names(jar).stream().filter(n -> n.contains("org/knime") || n.contains("org.knime"))
                .toList());
        }
    }

    private static List<String> names(final ZipFile jar) {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private static String text(final ZipFile jar, final String name) throws IOException {
        final var entry = jar.getEntry(name);
        assertNotNull(entry, name);
        try (var stream = jar.getInputStream(entry)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
