package org.scelmo.nodes.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.nodes.testing.TestKnime;

/** In KNIME a bundle sees only what another one exports; on a class path, as in most tests, it sees everything. */
class BundleExportsTest {

    private static final Pattern EXPORTED = Pattern.compile("(org\\.scelmo\\.[a-z0-9.]+);version=");

    private static final Path PLUGINS = TestKnime.repository().resolve("plugins");

    @ParameterizedTest
    @CsvSource({"adaptor,core", "llm,core", "nodes,core", "nodes,llm", "nodes,adaptor"})
    void whatAnotherBundleUsesIsExported(final String user, final String provider) throws IOException {
        final var used = used(PLUGINS.resolve("org.scelmo." + user), "org.scelmo." + provider);
        assertFalse(used.isEmpty());
        used.removeAll(exported(PLUGINS.resolve("org.scelmo.%s/pom.xml".formatted(provider))));
        assertEquals(Set.of(), used, "to be added to Export-Package in the pom.xml of org.scelmo." + provider);
    }

    private static Set<String> exported(final Path pom) throws IOException {
        return EXPORTED.matcher(Files.readString(pom)).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> used(final Path plugin, final String provider) throws IOException {
        final var imported = Pattern.compile("^import (?:static )?(%s(?:\\.[a-z0-9]+)*)\\.[A-Z]"
            .formatted(Pattern.quote(provider)), Pattern.MULTILINE);
        final var packages = new TreeSet<String>();
        final var sources = Files.isDirectory(plugin.resolve("src/main")) ? "src/main" : "src";
        try (var files = Files.walk(plugin.resolve(sources))) {
            for (final var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                imported.matcher(Files.readString(file)).results().forEach(m -> packages.add(m.group(1)));
            }
        }
        return packages;
    }
}
