package org.scelmo.embedded.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The bundle exports exactly the packages it has, and keeps our own ones internal. */
class ExportedPackagesTest {

    @Test
    void exportsEveryPackageAsTheRealBundleDoes() throws IOException {
        final var declared = new TreeSet<String>();
        final var pom = Files.readString(Path.of("pom.xml"));
        final var exports = Pattern.compile("<Export-Package>(.*?)</Export-Package>", Pattern.DOTALL).matcher(pom);
        if (exports.find()) {
            Arrays.stream(exports.group(1).split(",")).map(String::strip).forEach(declared::add);
        }
        final var expected = new TreeSet<>(ExtractListing.EXTRACT.packages());
        final var classes = Path.of("target", "classes");
        try (var files = Files.walk(classes.resolve("org/scelmo"))) {
            files.filter(f -> f.toString().endsWith(".class"))
                .map(f -> classes.relativize(f.getParent()).toString().replace(File.separatorChar, '.'))
                .forEach(p -> expected.add(p + ";x-internal:=true"));
        }
        assertEquals(expected, declared);
    }
}
