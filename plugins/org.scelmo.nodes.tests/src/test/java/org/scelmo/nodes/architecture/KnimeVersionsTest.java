package org.scelmo.nodes.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.nodes.testing.TestKnime;

/**
 * The plugin and the feature can be installed into the KNIME releases they are made for. KNIME's bundles do not all
 * bear the version of the release; the versions here are those of their manifests.
 */
class KnimeVersionsTest {

    private static final Pattern RANGE = Pattern.compile("\\[([\\d.]+),([\\d.]+)\\)");

    @ParameterizedTest
    @CsvSource({"org.knime.core, 5.8.0, 5.8.2, 5.12.0", "org.knime.core.ui, 5.8.0, 5.8.1, 5.12.0",
        "org.knime.filehandling.core, 5.6.0, 5.6.0, 5.11.0"})
    void bundlesOfAllReleasesFit(final String bundle, final String oldest, final String floor, final String newest)
        throws IOException {
        final var required = Pattern.compile(Pattern.quote(bundle) + ";bundle-version=\"([^\"]+)\"")
            .matcher(requiredBundles());
        assertTrue(required.find(), bundle + " is not required");
        final var imported = Pattern.compile(
            "<import plugin=\"" + Pattern.quote(bundle) + "\" version=\"([^\"]+)\" match=\"compatible\"/>")
            .matcher(Files.readString(TestKnime.repository().resolve("features/org.scelmo.feature/feature.xml")));
        assertTrue(imported.find(), bundle + " is not imported by the feature");
        final var range = RANGE.matcher(required.group(1));
        assertTrue(range.matches(), required.group(1));
        assertEquals(range.group(1), imported.group(1), "the feature asks for what the plugin asks for");
        for (final var version : List.of(oldest, floor, newest)) {
            assertTrue(Arrays.compare(numbers(range.group(1)), numbers(version)) <= 0, version);
            assertTrue(Arrays.compare(numbers(version), numbers(range.group(2))) < 0, version);
        }
    }

    /** Whoever requires a further bundle of KNIME has to look up its versions. */
    @Test
    void noOtherBundleOfKnimeIsRequired() throws IOException {
        final var bundles = new TreeSet<String>();
        final var names = Pattern.compile("org\\.knime\\.[\\w.]+").matcher(requiredBundles());
        while (names.find()) {
            bundles.add(names.group());
        }
        assertEquals(Set.of("org.knime.core", "org.knime.core.ui", "org.knime.filehandling.core"), bundles);
    }

    private static String requiredBundles() throws IOException {
        try (var in = Files.newInputStream(TestKnime.plugin().resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes().getValue("Require-Bundle");
        }
    }

    private static int[] numbers(final String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
