package org.scelmo.equinox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** @return the core, the adaptor and the native libraries of the platform that was built, none of which needs KNIME */
    static List<Path> adaptor() throws IOException {
        final var jars = new ArrayList<Path>();
        for (final var name : List.of("core", "adaptor", "nd4j.linux.x86_64", "nd4j.linux.aarch64",
            "nd4j.windows.x86_64", "nd4j.macosx.x86_64", "nd4j.macosx.aarch64")) {
            final var target = ROOT.resolve("plugins/org.scelmo." + name).resolve("target");
            if (Files.isDirectory(target)) {
                jars.addAll(jars(target).stream().filter(UpdateSite::isBundle).toList());
            }
        }
        return jars;
    }

    /** A bundle, not the jar of its tests. */
    private static boolean isBundle(final Path jar) {
        return !jar.getFileName().toString().matches(".*-(tests|sources)\\.jar");
    }

    /** @return the workflow runner and its library, which run outside the framework */
    static List<Path> runner() throws IOException {
        final var target = ROOT.resolve("embedded-knime/runner/target");
        final var jars = new ArrayList<>(jars(target));
        jars.addAll(jars(target.resolve("lib")));
        return jars;
    }

    /** @return what KNIME's preferences are made of: bundles of Eclipse, from the class path of the tests */
    static List<Path> preferences() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
            .filter(p -> p.getFileName().toString()
                .matches("(org\\.eclipse\\.equinox\\.(preferences|common)|org\\.osgi\\.service\\.prefs)-.*\\.jar"))
            .toList();
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
