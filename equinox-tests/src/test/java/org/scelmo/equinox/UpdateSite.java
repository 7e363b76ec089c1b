package org.scelmo.equinox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the build put what is installed into the framework. */
final class UpdateSite {

    private static final Path ROOT = Path.of(System.getProperty("scelmo.root"));

    private UpdateSite() {
    }

    /** @return the bundles that KNIME would install */
    static List<Path> bundles() throws IOException {
        return jars(ROOT.resolve("update-site/target/repository/plugins"));
    }

    /** @return the features that KNIME would install */
    static List<Path> features() throws IOException {
        return jars(ROOT.resolve("update-site/target/repository/features"));
    }

    /** @return the doubles of KNIME's own bundles */
    static List<Path> knime() throws IOException {
        final var jars = new ArrayList<Path>();
        for (final var name : List.of("org.knime.core", "org.knime.filehandling.core", "org.knime.core.ui")) {
            jars.addAll(jars(ROOT.resolve("embedded-knime").resolve(name).resolve("target")));
        }
        return jars;
    }

    /** @return the workflow runner and its library, which run outside the framework */
    static List<Path> runner() throws IOException {
        final var target = ROOT.resolve("embedded-knime/runner/target");
        final var jars = new ArrayList<>(jars(target));
        jars.addAll(jars(target.resolve("lib")));
        return jars;
    }

    static Path workflow(final String name) {
        return ROOT.resolve("test-workflows").resolve(name);
    }

    private static List<Path> jars(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
