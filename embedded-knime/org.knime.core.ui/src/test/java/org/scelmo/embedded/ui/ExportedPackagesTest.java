package org.scelmo.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The bundle exports the packages that the real one exports, with the same restrictions, and keeps ours internal. */
class ExportedPackagesTest {

    /** Not exported by the real bundle, either. */
    private static final String HIDDEN =
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes;x-internal:=true";

    @Test
    void exportsAsTheRealBundle() throws IOException {
        final var exports = Pattern.compile("<Export-Package>(.*?)</Export-Package>", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(exports.find());
        final var declared = new TreeSet<String>();
        for (final var name : exports.group(1).split(",")) {
            declared.add(name.strip());
        }
        final var present = new TreeSet<String>();
        try (var files = Files.walk(UiListing.CLASSES)) {
            files.filter(f -> f.toString().endsWith(".class"))
                .map(f -> UiListing.CLASSES.relativize(f.getParent()).toString().replace(File.separatorChar, '.'))
                .forEach(p -> present.add(p.startsWith("org.knime.node") ? p : p + ";x-internal:=true"));
        }
        present.remove(HIDDEN);
        assertEquals(present, declared);
    }
}
